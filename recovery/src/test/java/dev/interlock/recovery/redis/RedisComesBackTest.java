package dev.interlock.recovery.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.Keyspace;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.recovery.SavedAround;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.SurroundingSources.RedisSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Redis is saved by what it is there for, and another real one loads what was saved. */
@Tag("slow")
class RedisComesBackTest {

  @TempDir private static Path folder;

  private static @Nullable RunningRedis started;

  private RunningRedis redis;

  @BeforeAll
  static void start() throws Exception {
    started = RunningRedis.in(folder.resolve("source")).filled();
  }

  @AfterAll
  static void end() {
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void use() {
    redis = Objects.requireNonNull(started);
  }

  private static SavedAround saved(RedisSource source) throws Exception {
    return SavedAround.of(folder, new SurroundingSources(List.of(source), List.of(), List.of()));
  }

  private static Checked found(List<Checked> checks) {
    return checks.stream()
        .filter(it -> it.check().equals(RedisComesBack.NAME))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_saved_comes_back_also_after_what_expires_is_gone(boolean byAppendOnly)
      throws Exception {
    redis.ask("SET", "session:2", "somebody", "EX", "1");
    SavedAround saved = saved(redis.source("queue", byAppendOnly));
    Redis manifest = saved.manifest().redis().getFirst();
    assertThat(saved.problems()).isEmpty();
    assertThat(manifest.method()).isEqualTo(byAppendOnly ? "redis-aof" : "redis-rdb");
    assertThat(manifest.databases()).extracting(Keyspace::number).containsExactly(0, 3);
    assertThat(manifest.databases()).extracting(Keyspace::lasting).containsExactly(4L, 1L);
    Thread.sleep(1_500);
    assertThat(saved.drill()).allMatch(it -> it.outcome() == Outcome.PASS);
    assertThat(manifest.toString() + saved.drill()).doesNotContain(RunningRedis.PASSWORD);
  }

  @Test
  void nothing_of_a_cache_is_saved_and_the_drill_says_so() throws Exception {
    SavedAround saved = saved(redis.source("cache", false));
    assertThat(saved.manifest().redis().getFirst().parts()).isEmpty();
    assertThat(found(saved.drill()).message()).contains("nothing of a cache is saved");
  }

  @Test
  void an_append_only_file_is_saved_while_redis_writes_to_it_and_rewrites_it() throws Exception {
    try (RunningRedis busy = RunningRedis.in(folder.resolve("busy")).filled()) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (!Thread.currentThread().isInterrupted()) {
                    busy.ask("EVAL", "for i=1,2000 do redis.call('INCR', 'count:' .. i) end", "0");
                  }
                } catch (java.io.IOException | InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
      for (int i = 0; i < 3; i++) {
        busy.ask("BGREWRITEAOF");
        SavedAround saved = saved(busy.source("store", true));
        assertThat(saved.problems()).isEmpty();
        assertThat(found(saved.drill()).outcome()).isEqualTo(Outcome.PASS);
      }
      writer.interrupt();
      writer.join();
    }
  }

  record Damage(String what, String part, UnaryOperator<byte[]> how, String says) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("a snapshot that is cut", "dump.rdb", it -> cut(it, 20), "does not load"),
        new Damage("an empty snapshot", "dump.rdb", _ -> new byte[0], "does not load"),
        new Damage("a bit is flipped", "dump.rdb", it -> flipped(it, it.length - 30), "not load"),
        new Damage("another's head", "dump.rdb", it -> flipped(it, 2), "does not load"),
        new Damage("the log is cut", "incr.aof", it -> cut(it, 3), "does not load"),
        new Damage("the log lost its end", "incr.aof", _ -> new byte[0], "instead of"),
        new Damage("the log is damaged inside", "incr.aof", it -> flipped(it, 40), "not load"),
        new Damage("the base is damaged", "base.rdb", it -> flipped(it, 3), "does not load"),
        new Damage("the list is damaged", ".manifest", it -> flipped(it, 1), "not understood"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void damage_is_named(Damage damage) throws Exception {
    SavedAround saved = saved(redis.source("queue", !damage.part().equals("dump.rdb")));
    saved.replace(damage.part(), damage.how().apply(saved.content(damage.part())));
    Checked found = found(saved.drill());
    assertThat(found.outcome()).as(found.message()).isEqualTo(Outcome.FAIL);
    assertThat(found.message()).contains(damage.says());
  }

  @Test
  void a_part_that_is_gone_is_named() throws Exception {
    SavedAround saved = saved(redis.source("queue", false));
    saved.remove("dump.rdb");
    assertThat(found(saved.drill()).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void another_value_under_the_same_key_is_named() throws Exception {
    SavedAround first = saved(redis.source("queue", false));
    redis.ask("SET", "a", "other");
    SavedAround second = saved(redis.source("queue", false));
    redis.ask("SET", "a", "1");
    Checked found = found(second.drill(first.manifest(), Instant.now()));
    assertThat(found.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found.message()).contains("other digest");
  }

  @Test
  void a_redis_that_is_newer_than_the_one_here_is_unknown() throws Exception {
    SavedAround saved = saved(redis.source("queue", false));
    Redis it = saved.manifest().redis().getFirst();
    Redis newer =
        new Redis(
            it.service(),
            it.role(),
            it.method(),
            "99.1.0",
            it.point(),
            it.databases(),
            it.digest(),
            it.parts());
    Checked found =
        found(
            saved.drill(
                new Surroundings(List.of(newer), List.of(), List.of(), List.of()), Instant.now()));
    assertThat(found.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(found.message()).contains("99.1.0");
  }

  @Test
  void a_redis_that_does_not_answer_is_missed_and_the_drill_says_so() throws Exception {
    RedisSource wrong =
        new RedisSource("redis", "queue", true, redis.source("queue", false).address(), "no", null);
    SavedAround saved = saved(wrong);
    assertThat(saved.problems()).singleElement().asString().contains("redis is not saved");
    Checked all = saved.drill().getFirst();
    assertThat(all.check()).isEqualTo("surroundings/all-were-saved");
    assertThat(all.outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void a_damaged_append_only_file_is_not_saved_as_a_good_one() throws Exception {
    try (RunningRedis damaged = RunningRedis.in(folder.resolve("damaged")).filled()) {
      try (Stream<Path> files = Files.list(damaged.appendOnly())) {
        Path log = files.filter(it -> it.toString().endsWith("incr.aof")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(log);
        Files.write(log, flipped(bytes, 40));
      }
      SavedAround saved = saved(damaged.source("store", true));
      assertThat(saved.problems()).singleElement().asString().contains("damaged");
      assertThat(saved.manifest().redis()).isEmpty();
    }
  }

  private static byte[] cut(byte[] bytes, int by) {
    return java.util.Arrays.copyOf(bytes, bytes.length - by);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 0x10;
    return other;
  }
}
