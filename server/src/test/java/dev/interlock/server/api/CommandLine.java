package dev.interlock.server.api;

import dev.interlock.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line as a pipeline runs it against a server.
 *
 * @param url of the server
 * @param token in the environment
 * @param input on standard input
 */
record CommandLine(String url, String token, String input) {

  /** How a command ended, and what it printed. */
  record Run(int exit, String out, String err) {}

  /** The same with this on standard input. */
  CommandLine fed(String text) {
    return new CommandLine(url, token, text);
  }

  /** Runs a command here. */
  Run here(String... words) {
    return run(List.of(words));
  }

  /** Runs a command with {@code --server}. */
  Run there(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--server=" + url);
    return run(all);
  }

  private Run run(List<String> words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Map<String, String> env = Map.of("INTERLOCK_TOKEN", token);
    int exit =
        Main.run(
            words, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, env);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
