package dev.interlock.recovery.postgres.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments, and what it finds in its environment. Passwords belong into the
 * environment: everybody on the machine can read arguments.
 *
 * @param words the program, then its arguments
 * @param environment added to the environment of this program
 * @param folder where it works
 */
public record ToolCommand(List<String> words, Map<String, String> environment, Path folder) {

  private static final Path ROOT = Path.of("/");

  public ToolCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** A program that needs no folder. */
  public ToolCommand(List<String> words, Map<String, String> environment) {
    this(words, environment, ROOT);
  }

  /** The command without its environment, which may hold a password. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }

  /**
   * What starts it. Settings of PostgreSQL that happen to be in the environment are left out, and
   * messages are in English: somebody may have to search for them.
   */
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    return builder;
  }
}
