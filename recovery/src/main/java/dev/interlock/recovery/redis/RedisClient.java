package dev.interlock.recovery.redis;

import dev.interlock.recovery.SurroundingSources.RedisSource;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Redis through redis-cli, which is needed for a snapshot anyway. The password goes through
 * the environment.
 */
final class RedisClient {

  private static final Path ROOT = Path.of("/");
  private static final String SOCKET = "unix";
  private static final int PORT = 6379;

  private final List<String> begin;
  private final Map<String, String> environment;
  private final Path folder;

  private RedisClient(List<String> begin, Map<String, String> environment, Path folder) {
    this.begin = begin;
    this.environment = environment;
    this.folder = folder;
  }

  /** Of a running Redis. */
  static RedisClient of(RedisSource source) {
    List<String> words = new ArrayList<>(List.of(RedisTool.CLI.require(), "--no-auth-warning"));
    words.addAll(place(source.address()));
    return new RedisClient(words, password(source.password()), ROOT);
  }

  /** Of the one that listens on a socket in a folder. */
  static RedisClient in(Path folder, String socket) {
    return new RedisClient(List.of(RedisTool.CLI.require(), "-s", socket), Map.of(), folder);
  }

  private static Map<String, String> password(@Nullable String password) {
    return password == null ? Map.of() : Map.of("REDISCLI_AUTH", password);
  }

  private static List<String> place(URI address) {
    if (SOCKET.equals(address.getScheme())) {
      return List.of("-s", address.getPath());
    }
    int port = address.getPort() < 0 ? PORT : address.getPort();
    List<String> words =
        new ArrayList<>(List.of("-h", address.getHost(), "-p", Integer.toString(port)));
    if (address.getUserInfo() != null && !address.getUserInfo().isEmpty()) {
      words.addAll(List.of("--user", address.getUserInfo()));
    }
    if ("rediss".equals(address.getScheme())) {
      words.add("--tls");
    }
    return words;
  }

  /**
   * The answer to a command, without the end of its last line.
   *
   * @throws IOException with what the server said when it refused
   */
  String ask(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("-e"));
    words.addAll(Arrays.asList(command));
    return run(words);
  }

  /** A line of {@code INFO}; empty when there is none. */
  String info(String section, String name) throws IOException {
    return ask("INFO", section)
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** A snapshot of all that it holds at one moment, as a replica would get it. */
  void snapshot(Path file) throws IOException {
    run(List.of("--rdb", file.toString()));
  }

  private String run(List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>(begin);
    words.addAll(arguments);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      ToolRun.Ended ended = new ToolRun(new ToolCommand(words, environment, folder)).run(output);
      String said = output.toString(StandardCharsets.UTF_8).strip();
      if (!ended.well()) {
        throw new IOException((said + "\n" + String.join("\n", ended.said())).strip());
      }
      return said;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
