package dev.interlock.recovery;

import static dev.interlock.recovery.LittleCompany.NOW;
import static dev.interlock.recovery.LittleCompany.backup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which backup a plan takes: by what happened and when, and by what nobody could change since. */
class RecoveryChoiceTest {

  private static final Instant ATTACK = NOW.minus(Duration.ofHours(30));

  private final LittleCompany company = LittleCompany.whole();

  @Test
  void after_an_attack_only_what_nobody_could_change_since_is_taken() {
    Instant until = NOW.plus(Duration.ofDays(5));
    List<StoredBackup> backups =
        List.of(
            backup("before", ATTACK.minusSeconds(3600), until),
            backup("before-open", ATTACK.minusSeconds(60), null),
            backup("before-ended", ATTACK.minusSeconds(30), NOW.minusSeconds(1)),
            backup("after", ATTACK.plusSeconds(3600), until));

    assertThat(company.plan(Scenario.RANSOMWARE, ATTACK, List.of(), backups).choice().backup())
        .isEqualTo("before");
    RecoveryPlan unknown = company.plan(Scenario.RANSOMWARE, null, List.of(), backups);
    assertThat(unknown.choice().backup()).isNull();
    assertThat(unknown.gaps()).extracting(Gap::code).contains("REC036");
    assertThat(
            company
                .plan(Scenario.RANSOMWARE, null, List.of(LittleCompany.drill("before")), backups)
                .choice()
                .backup())
        .isEqualTo("before");
  }

  @Test
  void a_log_brings_back_the_newest_moment_that_fits() {
    Instant until = NOW.plusSeconds(3600);
    StoredBackup dump = backup("dump", ATTACK.minusSeconds(7200), until);
    StoredBackup base = withLog("base", ATTACK.minusSeconds(86_400), NOW.minusSeconds(60), until);

    assertThat(choice(Scenario.REGION_LOST, null, List.of(), dump, base).point())
        .isEqualTo(NOW.minusSeconds(60));
    Choice mistake = choice(Scenario.OPERATOR_ERROR, ATTACK, List.of(), dump, base);
    assertThat(mistake.backup()).isEqualTo("base");
    assertThat(mistake.point()).isEqualTo(ATTACK.minusSeconds(1));
    assertThat(mistake.withLog()).isTrue();
    assertThat(choice(Scenario.RANSOMWARE, ATTACK, List.of(), dump, base).point())
        .isEqualTo(ATTACK.minusSeconds(1));
    assertThat(
            choice(
                    Scenario.OPERATOR_ERROR,
                    ATTACK,
                    List.of(),
                    dump,
                    withLog("late", ATTACK.plusSeconds(1), NOW, until))
                .backup())
        .isEqualTo("dump");
  }

  @Test
  void after_an_attack_a_log_counts_as_far_as_nobody_could_remove_it() {
    Instant until = NOW.plusSeconds(3600);
    StoredBackup base = withLog("base", ATTACK.minusSeconds(86_400), ATTACK.plusSeconds(60), until);
    StoredBackup open = withLog("open", ATTACK.minusSeconds(80_000), ATTACK.minusSeconds(5), null);

    assertThat(choice(Scenario.RANSOMWARE, ATTACK, List.of(), base, open).point())
        .isEqualTo(ATTACK.plusSeconds(60).minusSeconds(3600));
    assertThat(choice(Scenario.RANSOMWARE, ATTACK, List.of(), open).backup()).isNull();
    // Nobody knows when it began: what a drill brought back and verified.
    assertThat(choice(Scenario.RANSOMWARE, null, List.of(), base).backup()).isNull();
    Drill proven = LittleCompany.drill("base");
    assertThat(choice(Scenario.RANSOMWARE, null, List.of(proven), base).point())
        .isEqualTo(ATTACK.minusSeconds(86_400));
  }

  @Test
  void a_mistake_is_undone_from_the_moment_before() {
    List<StoredBackup> backups =
        List.of(
            backup("before", ATTACK.minusSeconds(60), null),
            backup("at", ATTACK, null),
            backup("after", ATTACK.plusSeconds(60), null));

    RecoveryPlan plan = company.plan(Scenario.OPERATOR_ERROR, ATTACK, List.of(), backups);

    assertThat(plan.choice().backup()).isEqualTo("before");
    assertThat(plan.steps())
        .extracting(Step::key)
        .contains("take-over")
        .doesNotContain("service/odoo");
  }

  private static StoredBackup withLog(
      String name, Instant from, Instant to, @Nullable Instant immutableUntil) {
    StoredBackup base = backup(name, from, immutableUntil);
    // The newest hour of the log can still be removed.
    List<LogWindow.LogFile> files =
        List.of(
            new LogWindow.LogFile(from, immutableUntil),
            new LogWindow.LogFile(to.minusSeconds(3600), immutableUntil),
            new LogWindow.LogFile(to, null));
    return new StoredBackup(
        "prod",
        name,
        BackupState.FINISHED,
        base.backup(),
        1,
        immutableUntil,
        new LogWindow(from, to, List.of(), files, 1),
        "");
  }

  private Choice choice(
      Scenario scenario, @Nullable Instant at, List<Drill> drills, StoredBackup... backups) {
    return company.plan(scenario, at, drills, List.of(backups)).choice();
  }
}
