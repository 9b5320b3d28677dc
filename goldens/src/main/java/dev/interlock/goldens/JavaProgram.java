package dev.interlock.goldens;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A main class on the class path of the tests that runs as a process of its own. */
public final class JavaProgram {

  private JavaProgram() {}

  /**
   * One that is ready to start, and whose errors are said here.
   *
   * @param words of its command line; paths, say, are written as text
   */
  public static ProcessBuilder of(Class<?> main, Object... words) {
    return of(List.of("-XX:+UseSerialGC"), main, words);
  }

  /**
   * The same.
   *
   * @param options of the virtual machine
   */
  public static ProcessBuilder of(List<String> options, Class<?> main, Object... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Arrays.stream(words).map(Objects::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
