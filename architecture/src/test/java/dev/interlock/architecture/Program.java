package dev.interlock.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built program, started from outside like a user does. */
final class Program {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static boolean prepared;

  private Program() {}

  /**
   * How a process ended.
   *
   * @param exit its exit code
   * @param out what it printed
   * @param err what it complained about, without the JVM's own word on JAVA_TOOL_OPTIONS
   */
  record Ended(int exit, String out, String err) {}

  /** Runs {@code ./interlock} in the checkout. */
  static Ended interlock(Map<String, String> env, String... args) throws Exception {
    prepare();
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("interlock").toString()));
    command.addAll(List.of(args));
    return run(ROOT, env, command);
  }

  /** Runs any command and waits for its end. */
  static Ended run(Path folder, Map<String, String> env, List<String> command) throws Exception {
    Path out = Files.createTempFile("interlock", ".out");
    Path err = Files.createTempFile("interlock", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    env.forEach((k, v) -> setOrRemove(builder, k, v));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    int exit = process.waitFor();
    return new Ended(exit, text(out), withoutJvmNotes(text(err)));
  }

  /** What the reactor has just built counts as built, and the start-up cache belongs to it. */
  static synchronized void prepare() throws Exception {
    if (!prepared) {
      Ended ended = run(ROOT, Map.of(), List.of(ROOT.resolve("interlock").toString(), "--prepare"));
      if (ended.exit() != 0) {
        throw new IllegalStateException("could not prepare the program: " + ended.err());
      }
      prepared = true;
    }
  }

  private static void setOrRemove(ProcessBuilder builder, String name, String value) {
    if (value.isEmpty()) {
      builder.environment().remove(name);
    } else {
      builder.environment().put(name, value);
    }
  }

  private static String text(Path file) throws IOException {
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }

  private static String withoutJvmNotes(String text) {
    return text.replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS:.*\\R", "");
  }
}
