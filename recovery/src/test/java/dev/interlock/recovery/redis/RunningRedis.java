package dev.interlock.recovery.redis;

import dev.interlock.recovery.Programs;
import dev.interlock.recovery.SurroundingSources.RedisSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Redis of Debian with a password; tests skip by name where it is absent. */
public final class RunningRedis implements AutoCloseable {

  /** Nobody may read it anywhere. */
  public static final String PASSWORD = "s3cret-of-redis";

  private final Process server;
  private final Path folder;

  private RunningRedis(Process server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Starts one in a new folder, with an append-only file. */
  public static RunningRedis in(Path folder) throws Exception {
    Programs.require("redis-server", "redis-cli", "redis-check-aof");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("redis.conf"),
        """
        port 0
        unixsocket redis.sock
        requirepass %s
        save ""
        appendonly yes
        repl-diskless-sync-delay 0
        auto-aof-rewrite-percentage 0
        """
            .formatted(PASSWORD));
    Process server =
        new ProcessBuilder("redis-server", "redis.conf")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    RunningRedis redis = new RunningRedis(server, folder);
    for (int i = 0; i < 200 && !Files.exists(folder.resolve("redis.sock")); i++) {
      Thread.sleep(20);
    }
    return redis;
  }

  /** Where its append-only file is. */
  public Path appendOnly() {
    return folder.resolve("appendonlydir");
  }

  /** As a source. */
  public RedisSource source(String role, boolean byAppendOnly) {
    return new RedisSource(
        "redis",
        role,
        !role.equals("cache"),
        URI.create("unix:" + folder.resolve("redis.sock")),
        PASSWORD,
        byAppendOnly ? appendOnly() : null);
  }

  /** Asks it. */
  public String ask(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("redis-cli", "-s", "redis.sock"));
    words.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("REDISCLI_AUTH", PASSWORD));
    Process asked = builder.start();
    String said =
        new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .strip();
    asked.waitFor();
    return said;
  }

  /** Puts in what every test looks for: lasting keys in two databases, and one that expires. */
  public RunningRedis filled() throws Exception {
    ask("MSET", "a", "1", "b", "two");
    ask("RPUSH", "queue:jobs", "first", "second", "third");
    ask("HSET", "order:7", "state", "open", "lines", "3");
    ask("SET", "session:1", "somebody", "EX", "2");
    ask("-n", "3", "SADD", "plants", "linz", "pune");
    return this;
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
