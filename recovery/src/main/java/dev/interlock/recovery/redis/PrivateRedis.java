package dev.interlock.recovery.redis;

import dev.interlock.evidence.Surroundings.Keyspace;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.process.LastLines;
import dev.interlock.recovery.postgres.process.ToolCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis in the folder of a drill, on a socket alone, with no replica and no module, that loads a
 * copy or ends. It goes when the folder goes.
 */
final class PrivateRedis implements AutoCloseable {

  /** Name of a snapshot in its folder. */
  static final String SNAPSHOT = "dump.rdb";

  /** Name of the folder with an append-only file in its folder. */
  static final String APPEND_ONLY = "appendonlydir";

  private static final int KILLED = 128 + 9;
  private static final int TERMINATED = 128 + 15;
  private static final String ERROR = " # ";
  private static final String SOCKET = "redis.sock";
  private static final long PAUSE_MILLIS = 30;
  private static final Pattern KEYSPACE = Pattern.compile("db(\\d+):keys=(\\d+),expires=(\\d+),.*");

  /** More databases than anybody has: one with more than it is set up for does not load. */
  private static final int DATABASES = 4096;

  /** What expires goes at another moment in each run; what is left is always the same. */
  private static final String FORGET_EXPIRING =
      """
      local at = '0'
      repeat
        local found = redis.call('SCAN', at, 'COUNT', 1000)
        at = found[1]
        for _, key in ipairs(found[2]) do
          if redis.call('PTTL', key) >= 0 then redis.call('UNLINK', key) end
        end
      until at == '0'
      """;

  private final Process server;
  private final Path folder;
  private final RedisClient client;

  private PrivateRedis(Process server, Path folder) {
    this.server = server;
    this.folder = folder;
    this.client = RedisClient.in(folder, SOCKET);
  }

  /** An empty folder that a copy is put into before the start. */
  static Path folder(DrillFolder drill) throws IOException {
    Path folder = drill.path().resolve("redis");
    clear(folder);
    return Files.createDirectory(folder);
  }

  /**
   * Starts it and waits until all is loaded.
   *
   * @param appendOnly what the append-only file in the folder is called; null for a snapshot
   * @throws IOException with what it said when it does not load the copy
   */
  static PrivateRedis start(DrillFolder drill, Path folder, @Nullable AppendOnlyFiles appendOnly)
      throws IOException {
    Files.writeString(folder.resolve("redis.conf"), settings(appendOnly));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        drill.give(file);
      }
    }
    List<String> words = drill.isolated(List.of(RedisTool.SERVER.require(), "redis.conf"));
    Path log = drill.path().resolve("redis.log");
    Process server =
        new ToolCommand(words, Map.of(), folder)
            .builder()
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PrivateRedis redis = new PrivateRedis(server, folder);
    redis.awaitLoaded(log);
    return redis;
  }

  private static String settings(@Nullable AppendOnlyFiles appendOnly) {
    String from =
        appendOnly == null
            ? "appendonly no\ndbfilename " + SNAPSHOT + "\n"
            : "appendonly yes\nappenddirname "
                + APPEND_ONLY
                + "\nappendfilename "
                + appendOnly.base()
                + "\naof-load-truncated no\nauto-aof-rewrite-percentage 0\n";
    return """
    port 0
    unixsocket redis.sock
    unixsocketperm 700
    daemonize no
    logfile ""
    save ""
    databases %d
    enable-debug-command local
    """
            .formatted(DATABASES)
        + from;
  }

  private void awaitLoaded(Path log) throws IOException {
    while (!answers()) {
      if (!server.isAlive()) {
        requireNotKilled();
        throw new IOException("Redis does not load it: " + String.join("; ", said(log)));
      }
      pause();
    }
  }

  /** Whoever ends it says nothing about the copy; the system does so when memory runs out. */
  private void requireNotKilled() {
    int code = server.exitValue();
    if (code == KILLED || code == TERMINATED) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(), "the Redis that loads a copy was ended from outside");
    }
  }

  private boolean answers() {
    try {
      return Files.exists(folder.resolve(SOCKET)) && client.ask("PING").equals("PONG");
    } catch (IOException _) {
      return false;
    }
  }

  /** What it marks as an error; its banner and its advice are no reason. */
  private static List<String> said(Path log) throws IOException {
    LastLines lines = new LastLines();
    try (InputStream in = Files.newInputStream(log)) {
      lines.read(in);
    }
    List<String> errors =
        lines.lines().stream()
            .filter(line -> line.contains(ERROR) && !line.contains(ERROR + "WARNING"))
            .map(line -> line.substring(line.indexOf(ERROR) + ERROR.length()))
            .toList();
    return errors.isEmpty()
        ? lines.lines()
        : errors.subList(Math.max(0, errors.size() - 2), errors.size());
  }

  /** What was loaded. Keys that expire are gone afterwards: nobody else works with this Redis. */
  RedisContent content() throws IOException {
    List<Keyspace> databases = new ArrayList<>();
    for (String line : client.ask("INFO", "keyspace").lines().toList()) {
      Matcher words = KEYSPACE.matcher(line.strip());
      if (words.matches()) {
        long keys = Long.parseLong(words.group(2));
        long expiring = Long.parseLong(words.group(3));
        databases.add(new Keyspace(Integer.parseInt(words.group(1)), keys - expiring, expiring));
      }
    }
    for (Keyspace database : databases) {
      client.ask("-n", Integer.toString(database.number()), "EVAL", FORGET_EXPIRING, "0");
    }
    return new RedisContent(databases, client.ask("DEBUG", "DIGEST"));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Ends it; nothing of it is worth writing down. */
  @Override
  public void close() throws IOException {
    server.destroyForcibly();
    try {
      server.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    clear(folder);
  }
}
