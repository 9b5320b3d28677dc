package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.store.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to a base backup or its log, a drill is not verified and names what is wrong.
 */
@Tag("slow")
class PlantedLogDamageTest {

  private static final String LOG = "backup/log-is-whole";
  private static final String PARTS = "backup/parts-are-whole";
  private static final String RESTORE = "restore/database-comes-back";
  private static final SealingKey KEY = SealingKey.generate();

  @TempDir private static Path folder;

  private static @Nullable LoggedOdoo made;
  private static @Nullable Backup sealed;
  private static @Nullable Backup open;
  private static Instant early = Instant.EPOCH;
  private static final List<Path> copies = new ArrayList<>();

  /**
   * What a case may change.
   *
   * @param files names of the files of the log, in order, without the history
   */
  record Target(Path store, Backup base, List<String> files) {

    Path file(String name) {
      return store.resolve(StoreLayout.logFile(base.environment(), log().system(), name));
    }

    Path record(String name) {
      return store.resolve(StoreLayout.logRecord(base.environment(), log().system(), name));
    }

    Path part() {
      return store.resolve(
          StoreLayout.part(base.environment(), base.backup(), TakeBaseBackup.COPY));
    }

    String middle() {
      return files.get(files.size() / 2);
    }

    Log log() {
      return Objects.requireNonNull(base.log());
    }
  }

  interface Change {
    /** Null for nothing at all. */
    byte @Nullable [] of(byte[] content);
  }

  interface Damage {
    /** Returns the name that a drill must tell; empty for none. */
    String to(Target target) throws IOException;
  }

  record Case(String name, boolean isSealed, Damage damage, String caughtBy) {
    @Override
    public String toString() {
      return (isSealed ? "sealed: " : "open: ") + name;
    }
  }

  /** Two stores with a base and a log of two timelines. */
  @BeforeAll
  static void save() throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(folder);
    made = odoo;
    StoredBackup.newFolder(folder.resolve("open"), InstantSource.system());
    sealed = odoo.save(odoo.odoo().storeFolder(), KEY);
    open = odoo.save(folder.resolve("open"), null);
    odoo.order("first");
    early = odoo.moment();
    for (int i = 0; i < 4; i++) {
      odoo.order("order " + i);
      odoo.server().archiveAll();
    }
    odoo.server().branchOff();
    for (int i = 4; i < 6; i++) {
      odoo.order("order " + i);
      odoo.server().archiveAll();
    }
    odoo.ship(odoo.server().archive(), odoo.odoo().storeFolder(), KEY);
    odoo.ship(odoo.server().archive(), folder.resolve("open"), null);
  }

  /** Copies of a log are large. */
  @AfterEach
  void clear() throws IOException {
    for (Path copy : copies) {
      try (Stream<Path> files = Files.walk(copy)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    copies.clear();
  }

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  static Stream<Case> cases() {
    Set<String> whereSealingMatters =
        Set.of("nothing", "middle file is cut by a byte", "bit in middle file", "bit in history");
    return Stream.concat(
        cases(false),
        cases(true)
            .filter(
                it -> whereSealingMatters.contains(it.name()) || it.name().contains("swapped")));
  }

  private static Stream<Case> cases(boolean isSealed) {
    return Stream.of(
        new Case("nothing", isSealed, _ -> "", ""),
        new Case("first file is gone", isSealed, t -> gone(t, t.log().first()), LOG),
        new Case("middle file is gone", isSealed, t -> gone(t, t.middle()), LOG),
        new Case("last file is gone", isSealed, t -> gone(t, t.files().getLast()), LOG),
        new Case("last needed file is gone", isSealed, t -> gone(t, t.log().last()), LOG),
        new Case(
            "middle file and its record are gone", isSealed, PlantedLogDamageTest::allGone, LOG),
        new Case("middle record is gone", isSealed, t -> record(t, t.middle(), null), LOG),
        new Case("middle record is edited", isSealed, t -> record(t, t.middle(), "{}"), LOG),
        new Case("middle file is cut by a byte", isSealed, t -> cut(t, 1), LOG),
        new Case("middle file is cut in half", isSealed, t -> cut(t, 8 << 20), LOG),
        new Case("middle file is empty", isSealed, t -> cut(t, Integer.MAX_VALUE), LOG),
        new Case("middle file is longer", isSealed, t -> cut(t, -1), LOG),
        new Case("bit in middle file", isSealed, t -> flip(t, t.middle(), 12_345), LOG),
        new Case("bit at the beginning", isSealed, t -> flip(t, t.middle(), 0), LOG),
        new Case("bit in last file", isSealed, t -> flip(t, t.files().getLast(), 9_999), LOG),
        new Case("two files are swapped", isSealed, PlantedLogDamageTest::swapped, LOG),
        new Case("history is gone", isSealed, t -> gone(t, "00000002.history"), LOG),
        new Case("history and its record are gone", isSealed, PlantedLogDamageTest::noHistory, LOG),
        new Case("bit in history", isSealed, t -> flip(t, "00000002.history", 3), LOG),
        new Case("base is gone", isSealed, t -> base(t, _ -> null), PARTS),
        new Case("base is cut", isSealed, t -> base(t, b -> Arrays.copyOf(b, 100_000)), PARTS),
        new Case("bit in base", isSealed, t -> base(t, PlantedLogDamageTest::flipped), PARTS));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_caught_and_named(Case planted) throws IOException {
    Target target = target(planted.isSealed());
    String named = planted.damage().to(target);

    Drill drill = drill(target.store(), planted.isSealed() ? KEY : null, target.base(), null);

    if (planted.caughtBy().isEmpty()) {
      assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
    } else {
      assertCaught(drill, planted.caughtBy(), named);
    }
  }

  static Stream<Case> later() {
    return cases(false).filter(it -> it.name().matches("(bit in )?(middle|last) file.*"));
  }

  @ParameterizedTest
  @MethodSource("later")
  void a_moment_before_the_damage_comes_back_all_the_same(Case planted) throws IOException {
    Target target = target(false);
    planted.damage().to(target);

    Drill drill = drill(target.store(), null, target.base(), early);

    assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
  }

  @Test
  void a_wrong_key_and_no_key_are_told() {
    Backup base = Objects.requireNonNull(sealed);
    Path store = odoo().odoo().storeFolder();

    assertCaught(drill(store, SealingKey.generate(), base, null), LOG, "sealed with another key");
    assertCaught(drill(store, null, base, null), LOG, "is sealed, and no key was given");
  }

  static Stream<Case> copies() {
    return Stream.of(
        new Case("no backup_label", false, t -> copy(t, "backup_label", _ -> null), RESTORE),
        new Case(
            "pg_control damaged",
            false,
            t -> copy(t, "global/pg_control", PlantedLogDamageTest::flippedEarly),
            RESTORE),
        new Case(
            "pg_control empty",
            false,
            t -> copy(t, "global/pg_control", _ -> new byte[0]),
            RESTORE),
        new Case(
            "pg_control of another server",
            false,
            t -> copy(t, "global/pg_control", PlantedLogDamageTest::otherSystem),
            RESTORE));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void a_copy_that_was_signed_as_it_is_does_not_come_back(Case planted) throws IOException {
    Target target = target(false);
    planted.damage().to(target);

    Drill drill = drill(target.store(), null, resigned(target), null);

    assertCaught(drill, planted.caughtBy(), planted.name().startsWith("no") ? "backup_label" : "");
  }

  @Test
  void the_log_of_another_server_is_refused() throws Exception {
    Backup base = Objects.requireNonNull(sealed);
    Log log = Objects.requireNonNull(base.log());
    Log wrong = new Log("17", log.segmentBytes(), log.first(), log.last(), null, List.of());

    Drill drill =
        drill(odoo().odoo().storeFolder(), KEY, ChangedCopy.with(base, wrong, base.parts()), null);

    assertCaught(drill, LOG, log.first() + " is missing");
  }

  @Test
  void a_base_of_a_course_of_history_that_was_left_is_stale() throws Exception {
    Backup base = Objects.requireNonNull(sealed);
    Log log = Objects.requireNonNull(base.log());
    Path store = odoo().odoo().storeFolder();
    // The base claims to have been made on the first timeline after the second had left it.
    String first = "00000001" + target(true).files().getLast().substring(8);
    Log stale = new Log(log.system(), log.segmentBytes(), first, first, null, List.of());

    assertCaught(
        drill(store, KEY, ChangedCopy.with(base, stale, base.parts()), null),
        LOG,
        "does not contain the backup");
  }

  @Test
  void a_log_that_ends_too_long_ago_is_not_within_its_plan() {
    BackupPlan plan =
        new BackupPlan(
            "log",
            BackupPlan.Method.BASE_BACKUP_AND_WAL,
            Duration.ofMinutes(5),
            Duration.ofDays(35),
            "here",
            null,
            null,
            null);
    Backup base = Objects.requireNonNull(sealed);
    Instant now = Instant.now();

    assertThat(within(base, plan, now).outcome()).isEqualTo(Outcome.PASS);
    assertThat(within(base, plan, now.plus(Duration.ofMinutes(20))).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(within(base, plan, now.plus(Duration.ofMinutes(20))).message())
        .contains("the newest transaction in the log");
    assertThat(within(base, plan, base.point().minus(Duration.ofMinutes(1))).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(within(base, plan, now.plus(Duration.ofDays(36))).message())
        .contains("are kept for");
  }

  private static Checked within(Backup base, BackupPlan plan, Instant lostAt) {
    LogWindow window =
        Objects.requireNonNull(new LogWindows(odoo().odoo().store(), odoo()::read).of(base));
    return dev.interlock.recovery.drill.IsWithinPlan.check(window, plan, true, lostAt);
  }

  private static Drill drill(
      Path store, @Nullable SealingKey key, Backup base, @Nullable Instant target) {
    return odoo().drill(store, key, base, target, List.of());
  }

  private static void assertCaught(Drill drill, String check, String named) {
    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() == Outcome.FAIL && it.check().equals(check))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains(named));
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  private static Target target(boolean isSealed) throws IOException {
    Path from = isSealed ? odoo().odoo().storeFolder() : folder.resolve("open");
    Path copy = Files.createTempDirectory(folder, "case");
    copies.add(copy);
    Path to = copy.resolve("store");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    Backup base = Objects.requireNonNull(isSealed ? sealed : open);
    Log log = Objects.requireNonNull(base.log());
    String first = Objects.requireNonNull(log.first());
    String prefix = StoreLayout.log(base.environment(), log.system()) + "files/";
    try (var listed = FolderStore.open(to, InstantSource.system()).list(prefix)) {
      List<String> names =
          listed
              .map(it -> it.name().substring(prefix.length()))
              .filter(it -> it.length() == 24)
              .filter(it -> it.substring(8).compareTo(first.substring(8)) >= 0)
              .sorted((a, b) -> a.substring(8).compareTo(b.substring(8)))
              .toList();
      return new Target(to, base, names);
    }
  }

  private static String gone(Target target, @Nullable String name) throws IOException {
    Files.delete(target.file(Objects.requireNonNull(name)));
    return name + " is missing";
  }

  private static String allGone(Target target) throws IOException {
    Files.delete(target.record(target.middle()));
    return gone(target, target.middle());
  }

  private static String noHistory(Target target) throws IOException {
    Files.delete(target.record("00000002.history"));
    Files.delete(target.file("00000002.history"));
    return "of which no history tells";
  }

  private static String record(Target target, String name, @Nullable String content)
      throws IOException {
    Files.delete(target.record(name));
    if (content == null) {
      return name + " is missing";
    }
    Files.writeString(target.record(name), content);
    return name + " has no record that counts";
  }

  private static String cut(Target target, int bytes) throws IOException {
    Path file = target.file(target.middle());
    byte[] all = content(file);
    Files.write(file, Arrays.copyOf(all, Math.max(0, all.length - bytes)));
    return target.middle();
  }

  private static String flip(Target target, String name, int at) throws IOException {
    Path file = target.file(name);
    byte[] all = content(file);
    all[at] ^= 4;
    Files.write(file, all);
    return name;
  }

  private static String swapped(Target target) throws IOException {
    Path one = target.file(target.middle());
    Path other = target.file(target.files().getLast());
    byte[] bytes = content(one);
    Files.write(one, content(other));
    Files.write(other, bytes);
    return target.middle();
  }

  private static String base(Target target, Change damage) throws IOException {
    byte[] content = damage.of(content(target.part()));
    Files.delete(target.part());
    if (content != null) {
      Files.write(target.part(), content);
    }
    return TakeBaseBackup.COPY;
  }

  private static byte[] flipped(byte[] content) {
    content[content.length / 2] ^= 16;
    return content;
  }

  private static byte[] flippedEarly(byte[] content) {
    content[50] ^= 16;
    return content;
  }

  private static byte[] otherSystem(byte[] content) {
    content[2] ^= 16;
    return content;
  }

  /** Changes a file in the copy; null removes it. */
  private static String copy(Target target, String name, Change change) throws IOException {
    content(target.part());
    new ChangedCopy(target.part()).change(name, change::of);
    return name;
  }

  /** As whoever has the key would sign it. */
  private static Backup resigned(Target target) throws IOException {
    return new ChangedCopy(target.part()).resigned(target.base());
  }

  private static byte[] content(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.readAllBytes(file);
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }
}
