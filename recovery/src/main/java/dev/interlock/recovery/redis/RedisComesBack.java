package dev.interlock.recovery.redis;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Surroundings.Keyspace;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Redis loads its copy without an error, and holds what it held when it was saved. */
public final class RedisComesBack {

  /** Name of the check. */
  public static final String NAME = "surroundings/redis-comes-back";

  private final BackupStore store;
  private final DrillFolder folder;

  /** Out of a store that is open: what it gives is no longer sealed. */
  public RedisComesBack(BackupStore store, DrillFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * Loads it and compares.
   *
   * @throws Fault when the place failed
   */
  public Checked check(Redis saved) {
    if (saved.parts().isEmpty()) {
      return Checked.pass(
          NAME, saved.service() + ": nothing of a " + saved.role() + " is saved", Map.of());
    }
    try {
      RedisVersion.requireHere(Objects.requireNonNullElse(saved.server(), ""));
    } catch (Fault | IOException e) {
      return Checked.unknown(NAME, saved.service() + ": " + e.getMessage());
    }
    Path copy = fetched(saved);
    try (PrivateRedis redis = PrivateRedis.start(folder, copy, appendOnly(copy))) {
      return compared(saved, redis.content());
    } catch (IOException e) {
      return Checked.fail(NAME, saved.service() + ": " + e.getMessage(), Map.of());
    }
  }

  private static @Nullable AppendOnlyFiles appendOnly(Path copy) throws IOException {
    Path files = copy.resolve(PrivateRedis.APPEND_ONLY);
    return Files.isDirectory(files) ? AppendOnlyFiles.in(files) : null;
  }

  private Path fetched(Redis saved) {
    try {
      Path copy = PrivateRedis.folder(folder);
      for (String part : saved.parts()) {
        Path to = copy.resolve(place(part));
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (InputStream in = store.open(part)) {
          Files.copy(in, to);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "the copy of a Redis can't be fetched: " + e.getMessage(),
          e);
    }
  }

  private static Path place(String part) {
    String name = part.substring(part.lastIndexOf('/') + 1);
    return name.equals(PrivateRedis.SNAPSHOT)
        ? Path.of(name)
        : Path.of(PrivateRedis.APPEND_ONLY).resolve(name);
  }

  private static Checked compared(Redis saved, RedisContent found) {
    Map<String, Long> numbers =
        Map.of("keys", found.keys(), "expected", lasting(saved.databases()));
    List<String> wrong =
        saved.databases().stream()
            .filter(it -> lasting(found.databases(), it.number()) != it.lasting())
            .map(it ->
                "database %d has %d lasting keys instead of %d"
                    .formatted(it.number(), lasting(found.databases(), it.number()), it.lasting()))
            .toList();
    if (!wrong.isEmpty()) {
      return Checked.fail(NAME, saved.service() + ": " + String.join("; ", wrong), numbers);
    }
    return found.digest().equals(saved.digest())
        ? Checked.pass(
            NAME, saved.service() + ": every lasting key is back, with what it held", numbers)
        : Checked.fail(
            NAME,
            saved.service() + ": keys came back, but not all with what they held: other digest",
            numbers);
  }

  private static long lasting(List<Keyspace> databases) {
    return databases.stream().mapToLong(Keyspace::lasting).sum();
  }

  private static long lasting(List<Keyspace> databases, int number) {
    return databases.stream()
        .filter(it -> it.number() == number)
        .collect(Collectors.summingLong(Keyspace::lasting));
  }
}
