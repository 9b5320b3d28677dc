package dev.interlock.cli.terminal;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What one run of the program has to work with.
 *
 * @param in what the command may read
 * @param out takes results and nothing else
 * @param err takes messages and progress
 * @param env the environment variables
 * @param clock tells the present instant
 */
public record Invocation(
    InputStream in,
    ResultStream out,
    ResultStream err,
    Map<String, String> env,
    InstantSource clock) {

  /** What the program is called where nobody says otherwise. */
  static final String NAME = "interlock";

  public Invocation {
    env = Map.copyOf(env);
  }

  /** How the user called the program; the launcher tells it in {@code INTERLOCK_NAME}. */
  public String program() {
    return program(env);
  }

  /** The same by the environment variables alone. */
  public static String program(Map<String, String> env) {
    return env.getOrDefault("INTERLOCK_NAME", NAME);
  }

  /** What the terminal behind the streams can show. */
  public Terminal terminal() {
    return Terminal.of(env);
  }
}
