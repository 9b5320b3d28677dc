package dev.interlock.recovery.redis;

import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.recovery.SurroundingSources.RedisSource;
import dev.interlock.recovery.backup.PartWriter;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves a Redis by what it is there for. Of a cache nothing is saved. Otherwise it is copied,
 * stored, and loaded into a Redis of its own once, which tells what a drill must find again: the
 * running one has gone on meanwhile.
 */
public final class SaveRedis {

  private static final String RDB = "redis-rdb";
  private static final String AOF = "redis-aof";

  private final PartWriter parts;
  private final DrillFolder staging;
  private final InstantSource clock;

  /**
   * Saves parts of a backup.
   *
   * @param staging where copies lie until they are stored; goes away even when this is killed
   */
  public SaveRedis(PartWriter parts, DrillFolder staging, InstantSource clock) {
    this.parts = parts;
    this.staging = staging;
    this.clock = clock;
  }

  /**
   * Saves it.
   *
   * @throws IOException when it can't be copied, or the copy can't be loaded
   */
  public Redis save(RedisSource source) throws IOException {
    if (!source.kept()) {
      return new Redis(
          source.service(), source.role(), "none", null, null, List.of(), null, List.of());
    }
    RedisClient client = RedisClient.of(source);
    String version = client.info("server", "redis_version");
    RedisVersion.requireHere(version);
    return saved(source, client, version);
  }

  private Redis saved(RedisSource source, RedisClient client, String version) throws IOException {
    Path folder = PrivateRedis.folder(staging);
    Path from = source.appendOnly();
    Instant point = clock.instant();
    AppendOnlyFiles appendOnly = null;
    List<String> stored = new ArrayList<>();
    if (from == null) {
      client.snapshot(folder.resolve(PrivateRedis.SNAPSHOT));
      stored.add(store(source, folder.resolve(PrivateRedis.SNAPSHOT)));
    } else {
      Path copy = folder.resolve(PrivateRedis.APPEND_ONLY);
      appendOnly = new CopyAppendOnly(from, copy).run();
      for (String file : appendOnly.files()) {
        stored.add(store(source, copy.resolve(file)));
      }
      stored.add(store(source, copy.resolve(appendOnly.list())));
    }
    RedisContent content = loaded(folder, appendOnly);
    return new Redis(
        source.service(),
        source.role(),
        from == null ? RDB : AOF,
        version,
        point,
        content.databases(),
        content.digest(),
        stored);
  }

  private String store(RedisSource source, Path file) throws IOException {
    return parts.put(
        "redis/" + source.service() + "/" + file.getFileName(), Files.newInputStream(file));
  }

  private RedisContent loaded(Path folder, @Nullable AppendOnlyFiles appendOnly)
      throws IOException {
    try (PrivateRedis redis = PrivateRedis.start(staging, folder, appendOnly)) {
      return redis.content();
    }
  }
}
