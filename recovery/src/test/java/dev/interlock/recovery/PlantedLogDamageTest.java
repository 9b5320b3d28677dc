package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
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

  private static final SealingKey KEY = SealingKey.generate();

  @TempDir private static Path folder;

  private static @Nullable LoggedOdoo made;
  private static @Nullable Backup sealed;
  private static @Nullable Backup open;
  private static Instant early = Instant.EPOCH;

  /** Copies of a log are large: none outlives its test. */
  @TempDir private Path copy;

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

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  private static Stream<Damage.Planted<LogStore>> cases() {
    Set<String> whereSealingMatters =
        Set.of(
            "nothing",
            "middle file is cut by a byte",
            "bit in middle file",
            "bit in history",
            "two files are swapped");
    return Stream.concat(
        LogDamages.all().map(it -> new Damage.Planted<>(false, it)),
        LogDamages.all()
            .filter(it -> whereSealingMatters.contains(it.name()))
            .map(it -> new Damage.Planted<>(true, it)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_caught_and_named(Damage.Planted<LogStore> planted) throws IOException {
    LogStore log = copy(planted.isSealed());
    String named = planted.damage().deed().to(log);

    Drill drill = drill(log.store(), planted.isSealed() ? KEY : null, log.base(), null);

    if (planted.damage().caughtBy().isEmpty()) {
      assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
    } else {
      assertCaught(drill, planted.damage().caughtBy(), named);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.LogDamages#ofLateFiles")
  void a_moment_before_the_damage_comes_back_all_the_same(Damage<LogStore> damage)
      throws IOException {
    LogStore log = copy(false);
    damage.deed().to(log);

    Drill drill = drill(log.store(), null, log.base(), early);

    assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
  }

  @Test
  void a_wrong_key_and_no_key_are_told() {
    Backup base = Objects.requireNonNull(sealed);
    Path store = odoo().odoo().storeFolder();

    assertCaught(
        drill(store, SealingKey.generate(), base, null), LogDamages.LOG, "sealed with another key");
    assertCaught(drill(store, null, base, null), LogDamages.LOG, "is sealed, and no key was given");
  }

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.LogDamages#ofCopy")
  void a_copy_that_was_signed_as_it_is_does_not_come_back(Damage<LogStore> damage)
      throws IOException {
    LogStore log = copy(false);
    String named = damage.deed().to(log);
    // As whoever has the key would sign it.
    Backup resigned = new ChangedCopy(log.part().path()).resigned(log.base());

    assertCaught(drill(log.store(), null, resigned, null), damage.caughtBy(), named);
  }

  @Test
  void the_log_of_another_server_is_refused() throws Exception {
    Backup base = Objects.requireNonNull(sealed);
    Log log = Objects.requireNonNull(base.log());
    Log wrong = new Log("17", log.segmentBytes(), log.first(), log.last(), null, List.of());

    Drill drill =
        drill(
            odoo().odoo().storeFolder(),
            KEY,
            new ChangedManifest(base).with(wrong, base.parts()),
            null);

    assertCaught(drill, LogDamages.LOG, log.first() + " is missing");
  }

  @Test
  void a_base_of_a_course_of_history_that_was_left_is_stale() throws Exception {
    Backup base = Objects.requireNonNull(sealed);
    Log log = Objects.requireNonNull(base.log());
    Path store = odoo().odoo().storeFolder();
    // The base claims to have been made on the first timeline after the second had left it.
    String first = "00000001" + LogStore.withoutTimeline(copy(true).last());
    Log stale = new Log(log.system(), log.segmentBytes(), first, first, null, List.of());

    assertCaught(
        drill(store, KEY, new ChangedManifest(base).with(stale, base.parts()), null),
        LogDamages.LOG,
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

  private LogStore copy(boolean isSealed) throws IOException {
    Path from = isSealed ? odoo().odoo().storeFolder() : folder.resolve("open");
    Backup base = Objects.requireNonNull(isSealed ? sealed : open);
    return LogStore.copy(from, copy.resolve("store"), base);
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }
}
