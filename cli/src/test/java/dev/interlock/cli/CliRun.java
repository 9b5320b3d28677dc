package dev.interlock.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One run of the program inside the test: what it printed and how it ended.
 *
 * @param exit the exit code
 * @param out everything on standard output
 * @param err everything on standard error
 */
public record CliRun(int exit, String out, String err) {

  /** The instant at which runs happen unless a test says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-18T20:00:00Z");

  /** Runs with an empty environment. */
  public static CliRun of(String... args) {
    return with(Map.of(), args);
  }

  /** Runs at another instant, with an empty environment. */
  public static CliRun at(Instant now, String... args) {
    return run(Map.of(), InstantSource.fixed(now), args);
  }

  /** Runs by the clock of this machine, which servers go by too, with an empty environment. */
  public static CliRun now(String... args) {
    return run(Map.of(), InstantSource.system(), args);
  }

  /** Runs with these environment variables. */
  public static CliRun with(Map<String, String> env, String... args) {
    return run(env, InstantSource.fixed(NOW), args);
  }

  private static CliRun run(Map<String, String> env, InstantSource clock, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(new byte[0]);
    int exit = Main.run(List.of(args), in, out, err, env, clock);
    return new CliRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * The whole run as a transcript, with a folder's name replaced so that it is the same anywhere.
   */
  public String transcript(String command, String folder, String alias) {
    String text =
        "$ interlock " + command + "\n" + out + "--- stderr\n" + err + "--- exit " + exit + "\n";
    return text.replace(folder, alias);
  }
}
