package dev.interlock.recovery.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Branch;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.LogWindows;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.postgres.physical.WalSegment;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever courses of history a log has, with gaps or without: what goes changes the window of no
 * base backup that stays, and what stays is needed by one.
 */
class OldLogsPropertiesTest {

  private static final long SEGMENT = 16 << 20;
  private static final String SYSTEM = "7301234567890123456";
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path folder;

  private final SetClock clock = new SetClock();
  private final Map<String, Backup> records = new HashMap<>();
  private FolderStore store;
  private Random random = new Random(0);
  private int branches;

  @BeforeEach
  void create() {
    store = FolderStore.create(folder.resolve("store"), clock);
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, it -> it + 1).limit(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void windows_of_backups_that_stay_are_the_same(long seed) throws IOException {
    random = new Random(seed);
    List<CataloguedBackup> kept = history();
    kept.removeIf(_ -> random.nextInt(3) == 0);
    List<LogWindow> before = windows(kept);
    List<String> names = segments();
    NeededLog needed = NeededLog.of(kept);
    OldLogs old = new OldLogs(store, clock.instant(), _ -> true);
    long told = old.find(needed).stream().mapToLong(OldLog::files).sum();

    old.remove(needed);

    assertThat(windows(kept)).isEqualTo(before);
    List<String> left = segments();
    assertThat(names.size() - left.size()).isEqualTo((int) told);
    if (!kept.isEmpty()) {
      long first = kept.stream().mapToLong(it -> first(it).number()).min().orElseThrow();
      long course = kept.stream().mapToLong(it -> first(it).timeline()).min().orElseThrow();
      assertThat(left)
          .map(OldLogsPropertiesTest::segment)
          .allMatch(it -> it.number() >= first || it.timeline() > course);
    } else {
      assertThat(left).isEqualTo(names);
    }
    assertThat(histories()).isEqualTo(branches);
    assertThat(old.find(needed)).isEmpty();
  }

  /** A log of some courses, each left at some place, with base backups on any of them. */
  private List<CataloguedBackup> history() throws IOException {
    List<CataloguedBackup> bases = new ArrayList<>();
    List<Branch> branched = new ArrayList<>();
    long number = 1L + random.nextInt(300);
    for (int timeline = 1; timeline <= 1 + random.nextInt(3); timeline++) {
      long end = number + 3 + random.nextInt(12);
      if (random.nextInt(4) > 0) {
        long at = number + random.nextInt((int) (end - number));
        bases.add(base(timeline, at, at + random.nextInt(2)));
      }
      for (long n = number; n <= end; n++) {
        if (random.nextInt(20) > 0) {
          archived(new WalSegment(timeline, n, SEGMENT));
        }
      }
      number = number + random.nextInt((int) (end - number));
      branched.add(new Branch(timeline + 1, timeline, WalSegment.place(number * SEGMENT + 100)));
      if (timeline < 3 && random.nextBoolean()) {
        branches++;
        put(
            String.format(Locale.ROOT, "%08X.history", timeline + 1),
            new Log(SYSTEM, SEGMENT, null, null, null, List.copyOf(branched)));
      }
    }
    return bases;
  }

  private CataloguedBackup base(long timeline, long first, long last) {
    String name = "base-" + timeline + "-" + first;
    Log log =
        new Log(
            SYSTEM,
            SEGMENT,
            new WalSegment(timeline, first, SEGMENT).name(),
            new WalSegment(timeline, last, SEGMENT).name(),
            null,
            List.of());
    Backup backup = backup(name, List.of(), log, BEGIN.plus(Duration.ofHours(first)));
    return new CataloguedBackup(
        new BackupId("core", name), BackupState.FINISHED, backup, null, 1, 1, null, "");
  }

  private void archived(WalSegment it) throws IOException {
    Instant newest = random.nextInt(4) == 0 ? null : BEGIN.plus(Duration.ofHours(it.number()));
    put(it.name(), new Log(SYSTEM, SEGMENT, it.name(), it.name(), newest, List.of()));
  }

  private void put(String file, Log log) throws IOException {
    var lying = store.put(StoreLayout.logFile("core", SYSTEM, file), bytes("log " + file), null);
    var part = new Backup.Part(lying.name(), lying.bytes(), lying.digest());
    records.put("record of " + file, backup(file, List.of(part), log, BEGIN));
    store.put(StoreLayout.logRecord("core", SYSTEM, file), bytes("record of " + file), null);
  }

  private static Backup backup(
      String name, List<Backup.Part> parts, @Nullable Log log, Instant point) {
    return new Backup(
        "core",
        name,
        "base-backup-and-wal",
        point,
        point,
        null,
        null,
        parts,
        null,
        null,
        log,
        null,
        point);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<LogWindow> windows(List<CataloguedBackup> backups) {
    LogWindows windows =
        new LogWindows(
            store,
            bytes -> Optional.ofNullable(records.get(new String(bytes, StandardCharsets.UTF_8))));
    return backups.stream().map(it -> windows.of(Objects.requireNonNull(it.backup()))).toList();
  }

  private List<String> segments() {
    try (Stream<Listed> objects = store.list(StoreLayout.log("core", SYSTEM) + "files/")) {
      return objects.map(Listed::name).filter(it -> !it.endsWith(".history")).toList();
    }
  }

  private int histories() {
    try (Stream<Listed> objects = store.list(StoreLayout.log("core", SYSTEM) + "files/")) {
      return (int) objects.filter(it -> it.name().endsWith(".history")).count();
    }
  }

  private static WalSegment first(CataloguedBackup it) {
    Log log = Objects.requireNonNull(Objects.requireNonNull(it.backup()).log());
    return segment(Objects.requireNonNull(log.first()));
  }

  private static WalSegment segment(String name) {
    return WalSegment.named(name.substring(name.lastIndexOf('/') + 1), SEGMENT).orElseThrow();
  }
}
