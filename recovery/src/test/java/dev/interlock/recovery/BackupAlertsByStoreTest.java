package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.estate.BackupPlan.Retention;
import dev.interlock.evidence.Backup;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Verdict;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRule.When;
import dev.interlock.recovery.StoreRules.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of a store that works against the plan is named, and no other. */
class BackupAlertsByStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Tier GLACIER = new Tier("GLACIER", Duration.ofHours(5));
  private static final String PLACE = "s3://vault/erp";

  private final List<StoreRule> rules = new ArrayList<>();
  private @Nullable Retention retention;
  private @Nullable Duration rto = Duration.ofHours(4);
  private String removed = "";
  private boolean files = true;
  private boolean held;

  private void rule(int days, String prefix, @Nullable Tier tier) {
    rule(new After(DAY.multipliedBy(days), "they were stored"), prefix, tier);
  }

  private void rule(When when, String prefix, @Nullable Tier tier) {
    rules.clear();
    rules.add(new StoreRule("tidy", List.of(prefix), "objects", when, tier));
  }

  private List<Finding> found() {
    return BackupAlerts.byStore(watched(), told(new StoreLock.OfEach()), rto, NOW);
  }

  private StoreRules told(StoreLock lock) {
    return new StoreRules(PLACE, "erp/", rules, removed, lock, List.of());
  }

  private Finding only() {
    assertThat(found()).hasSize(1);
    return found().getFirst();
  }

  @Test
  void no_rule_and_rules_for_other_objects_are_quiet() {
    assertThat(found()).isEmpty();
    rule(1, "logs/", null);
    assertThat(found()).isEmpty();
    rule(1, "erp/.interlock-leases/", null);
    assertThat(found()).isEmpty();
    rule(1, "erp/backups/other/", null);
    assertThat(found()).isEmpty();
  }

  @Test
  void backups_that_go_before_their_time_are_named_with_the_first_one() {
    rule(30, "erp/backups/", null);

    assertThat(only().control()).isEqualTo("backup-expires-early");
    assertThat(only().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(only().subject().id()).isEqualTo("core/s3://vault/erp#tidy");
    assertThat(only().message())
        .contains("the rule \"tidy\" of s3://vault/erp removes objects 30 days after they were")
        .contains("backups of core, which plan nightly wants for up to 35 days")
        .contains("b10 is lost first, from Sun 2026-12-13 12:00 UTC on");
    rule(35, "erp/backups/", null);
    assertThat(found()).isEmpty();
  }

  @Test
  void the_longest_time_of_a_plan_counts() {
    retention = new Retention(null, null, 12, null, false);
    rule(371, "erp/backups/core/", null);
    assertThat(only().message()).contains("up to 372 days");
    rule(372, "erp/backups/core/", null);
    assertThat(found()).isEmpty();
  }

  @Test
  void shared_files_have_no_age_at_which_they_may_go() {
    rule(3650, "erp/files/ab", null);

    assertThat(only().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(only().message())
        .contains("old ones are part of new backups too")
        .doesNotContain("lost first");
    files = false;
    assertThat(found()).isEmpty();
  }

  @Test
  void a_backup_on_hold_has_none_either() {
    files = false;
    held = true;
    rule(3650, "erp/backups/", null);

    assertThat(only().message()).contains("of which b3 is on hold", "b3 is lost first");
  }

  @Test
  void what_interlock_notes_beside_backups_is_needed_too() {
    rule(13, "erp/.interlock-until/", null);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().message()).contains("the notes until when nobody may remove a copy");
    rule(14, "erp/.interlock-until/", null);
    assertThat(found()).isEmpty();
    rule(100, "erp/.interlock-store", null);
    assertThat(only().message()).contains("the mark");
    rule(100, "erp/holds/", null);
    assertThat(only().message()).contains("records of legal holds");
    rule(30, "erp/wal/", null);
    assertThat(only().message()).contains("the log of core");
  }

  @Test
  void a_date_removes_whatever_there_is() {
    rule(new From(NOW.minus(DAY)), "", null);
    assertThat(only().message())
        .contains("from Sun 2026-11-22 12:00 UTC on", "whatever their age")
        .contains("b10 is lost first, from Mon 2026-11-23 12:00 UTC on");
  }

  @Test
  void what_stays_as_an_old_version_is_told_and_less_bad() {
    removed = "they are hidden";
    rule(30, "", null);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().message()).endsWith("they are hidden");
  }

  @Test
  void what_cannot_be_read_within_the_objective_is_worse_than_what_can() {
    files = false;
    rule(7, "erp/", GLACIER);
    assertThat(only().control()).isEqualTo("backup-archived-early");
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().message())
        .contains("moves objects to GLACIER 7 days after")
        .contains("to read them again takes up to 5 h")
        .contains("must be back within 4 h");
    rto = Duration.ofHours(8);
    assertThat(only().severity()).isEqualTo(Severity.MEDIUM);
    rto = null;
    assertThat(only().severity()).isEqualTo(Severity.MEDIUM);
    rule(35, "erp/", GLACIER);
    assertThat(found()).isEmpty();
  }

  @Test
  void old_copies_may_rest_and_shared_files_may_not() {
    retention = new Retention(null, null, null, 10, false);
    rule(90, "erp/backups/", GLACIER);
    assertThat(only().severity()).isEqualTo(Severity.LOW);
    rule(90, "", GLACIER);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().message()).contains("shared files");
  }

  @Test
  void a_hold_makes_no_rest_worse() {
    held = true;
    files = false;
    rule(35, "", GLACIER);
    assertThat(only().severity()).isEqualTo(Severity.LOW);
    assertThat(only().message()).contains("of which b3 is on hold");
    rule(34, "", GLACIER);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    files = true;
    rule(35, "", GLACIER);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().message()).contains("shared files");
  }

  @Test
  void times_are_told_as_people_say_them() {
    rule(new After(DAY, "they were stored"), "", null);
    assertThat(only().message()).contains("removes objects 1 day after they were stored");
    rule(new After(DAY.dividedBy(2), "they were stored"), "", null);
    assertThat(only().message()).contains("removes objects 12 h after they were stored");
  }

  @Test
  void a_class_that_is_read_at_once_is_quiet_and_one_that_nobody_knows_is_unknown() {
    rule(7, "", new Tier("GLACIER_IR", Duration.ZERO));
    assertThat(found()).isEmpty();
    rule(7, "", new Tier("TAPE", null));
    assertThat(only().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void what_may_not_be_asked_is_unknown() {
    StoreRules untold =
        new StoreRules(
            PLACE,
            "erp/",
            List.of(),
            "",
            new StoreLock.Unknown(new Doubt("nobody tells of locks", "ask")),
            List.of(new Doubt("nobody tells of rules", "allow it")));

    List<Finding> found = BackupAlerts.byStore(watched(), untold, rto, NOW);

    assertThat(found).extracting(Finding::control).containsExactly("backup-rules-unknown");
    assertThat(found).extracting(Finding::remediation).containsExactly("allow it");
    assertThat(found.getFirst().verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(locks(untold.lock()).getFirst().verdict()).isInstanceOf(Verdict.Unknown.class);
  }

  private List<Finding> locks(StoreLock lock) {
    return BackupAlerts.ofLock(watched(), told(lock), NOW);
  }

  @Test
  void a_store_that_does_not_lock_as_long_as_the_plan_says_is_found() {
    assertThat(locks(new StoreLock.OfEach())).isEmpty();
    assertThat(locks(new StoreLock.OfNobody())).isEmpty();
    assertThat(locks(new StoreLock.OfAll(DAY.multipliedBy(14), true))).isEmpty();
    assertThat(locks(new StoreLock.OfAll(DAY.multipliedBy(13), true)).getFirst().message())
        .contains("for 13 days only");
    assertThat(locks(new StoreLock.OfAll(DAY.multipliedBy(14), false)).getFirst().message())
        .contains("not locked");
    Finding none = locks(new StoreLock.Missing("the bucket has no Object Lock")).getFirst();
    assertThat(none.control()).isEqualTo("backup-unlocked");
    assertThat(none.message())
        .startsWith("the bucket has no Object Lock; the plan says")
        .contains("nobody can delete a copy for 14 days");
  }

  private WatchedBackups watched() {
    BackupPlan plan =
        new BackupPlan(
            "Nightly",
            Method.PG_DUMP,
            DAY,
            DAY.multipliedBy(35),
            "vault",
            null,
            null,
            DAY.multipliedBy(14),
            retention);
    return new WatchedBackups(
        "core",
        "westeurope",
        plan,
        "nightly",
        SourceRef.file("plans.yaml"),
        "pg-dump",
        IntStream.rangeClosed(1, 10).mapToObj(this::backup).toList(),
        true,
        null,
        false);
  }

  private StoredBackup backup(int days) {
    Instant at = NOW.minus(DAY.multipliedBy(days));
    String name = "b" + days;
    Backup.Filestore saved = new Backup.Filestore(1, 100, "files.list", List.of());
    Backup backup =
        new Backup(
            "core",
            name,
            "pg-dump",
            at,
            at,
            null,
            files ? saved : null,
            List.of(new Backup.Part("database.dump", 1, "sha256:" + "0".repeat(64))),
            null,
            at.plusSeconds(60));
    List<BackupHold> holds =
        held && days == 3
            ? List.of(new BackupHold("holds/core/1", "case 4711", null, ""))
            : List.of();
    return new StoredBackup(
        "core", name, BackupState.FINISHED, backup, 1, null, null, "", holds, null);
  }
}
