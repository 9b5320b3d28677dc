package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Criticality;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Environment.Hosting;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.ServiceBoundary;
import dev.interlock.estate.ServiceBoundary.Party;
import dev.interlock.estate.Spec;
import dev.interlock.estate.Team;
import dev.interlock.estate.Tier;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.finding.SourceRef;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.RecoveryPlan.Gap;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans of small estates: order, choice of the backup, times, and what is missing. */
class PlanRecoveryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant ATTACK = NOW.minus(Duration.ofHours(30));

  private final List<Entry<?>> entries = new ArrayList<>();

  private void add(Kind kind, String name, Spec spec) {
    entries.add(new Entry<>(kind, name, Map.of(), spec, SourceRef.file(name + ".yaml")));
  }

  private void service(String name, ServiceType type, @Nullable String plan, String... dependsOn) {
    add(
        Kind.SERVICE,
        name,
        new Service(name, type, List.of(dependsOn), "ops", null, List.of(), plan, null));
  }

  private void environment(String name, Tier tier, String region, String... services) {
    add(
        Kind.ENVIRONMENT,
        name,
        new Environment(
            name,
            tier,
            Hosting.DEDICATED,
            region,
            null,
            null,
            "ops",
            List.of(),
            List.of(),
            List.of(services),
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null));
  }

  private void company() {
    add(Kind.TEAM, "ops", new Team("Operations", List.of(), "+43 1 555 0100"));
    add(
        Kind.SERVICE_BOUNDARY,
        "all",
        new ServiceBoundary(
            List.of("prod"),
            "Host",
            List.of("ops"),
            Party.COMPANY,
            Party.COMPANY,
            Party.COMPANY,
            Party.PROVIDER,
            Map.of()));
    add(
        Kind.BACKUP_PLAN,
        "nightly",
        new BackupPlan(
            "Nightly",
            BackupPlan.Method.PG_DUMP,
            Duration.ofHours(24),
            Duration.ofDays(30),
            "vault",
            "north",
            null,
            Duration.ofDays(14)));
    service("db", ServiceType.POSTGRESQL, "nightly");
    service("files", ServiceType.FILESTORE, "nightly");
    service("odoo", ServiceType.ODOO, null, "db", "files");
    environment("prod", Tier.PRODUCTION, "west", "odoo", "db", "files");
    environment("spare", Tier.DISASTER_RECOVERY, "north", "odoo", "db", "files");
    process(Duration.ofHours(4));
  }

  private void process(Duration rto) {
    add(
        Kind.BUSINESS_PROCESS,
        "sales",
        new BusinessProcess(
            "Sales",
            Criticality.HIGH,
            rto,
            Duration.ofHours(24),
            List.of("odoo"),
            List.of(),
            List.of(),
            "ops",
            null,
            null,
            null));
  }

  private static Drill drill(String backup, Duration restore) {
    return drill(
        backup,
        new Stage("fetch", Duration.ofMinutes(10)),
        new Stage("restore", restore),
        new Stage("verify", Duration.ofMinutes(5)),
        new Stage("examine", Duration.ofMinutes(60)));
  }

  private static Drill drill(String backup, Stage... stages) {
    return new Drill(
        "prod",
        backup,
        true,
        List.of(),
        null,
        null,
        null,
        List.of(stages),
        List.of(),
        NOW.minus(Duration.ofDays(2)));
  }

  private static StoredBackup backup(String name, Instant point, @Nullable Instant immutableUntil) {
    Backup manifest =
        new Backup("prod", name, "pg-dump", point, point, null, null, List.of(), null, point);
    return new StoredBackup("prod", name, BackupState.FINISHED, manifest, 1, immutableUntil, "");
  }

  private RecoveryPlan plan(
      Scenario scenario,
      @Nullable Instant happenedAt,
      List<Drill> drills,
      @Nullable List<StoredBackup> backups) {
    return PlanRecovery.of(
        new PlanRecovery.Known(
            new Estate(entries), "prod", scenario, happenedAt, drills, backups, NOW));
  }

  private static List<String> codes(RecoveryPlan plan) {
    return plan.gaps().stream().map(Gap::code).toList();
  }

  private static Step step(RecoveryPlan plan, String key) {
    return plan.steps().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void nothing_begins_before_what_it_waits_for() {
    company();
    RecoveryPlan plan = plan(Scenario.REGION_LOST, null, List.of(), null);

    assertThat(plan.steps())
        .allSatisfy(it -> assertThat(it.after()).allMatch(before -> before < it.number()));
    assertThat(step(plan, "service/odoo").after())
        .containsExactlyInAnyOrder(
            step(plan, "service/db").number(), step(plan, "service/files").number());
  }

  @Test
  void a_whole_company_lacks_nothing() {
    company();
    RecoveryPlan plan =
        plan(
            Scenario.REGION_LOST,
            null,
            List.of(drill("one", Duration.ofMinutes(40))),
            List.of(backup("one", NOW.minusSeconds(60), null)));

    assertThat(plan.gaps()).isEmpty();
    assertThat(plan.signsOff().words()).isEqualTo("Host: Operations, +43 1 555 0100");
    assertThat(plan.choice().backup()).isEqualTo("one");
  }

  @Test
  void database_and_files_come_back_at_the_same_time_and_the_rest_is_unknown() {
    company();
    Prospect sales =
        plan(Scenario.REGION_LOST, null, List.of(drill("one", Duration.ofMinutes(40))), null)
            .processes()
            .getFirst();

    assertThat(sales.atLeast()).isEqualTo(Duration.ofMinutes(10 + 40 + 5));
    assertThat(sales.unmeasured()).contains("odoo").doesNotContain("db", "files", "Verify");
    assertThat(sales.state()).isEqualTo(Objective.State.UNKNOWN);
  }

  @Test
  void after_a_recovery_the_log_and_the_files_take_their_time_too() {
    company();
    Drill drill =
        drill(
            "one",
            new Stage("fetch", Duration.ofMinutes(1)),
            new Stage("restore", Duration.ofMinutes(2)),
            new Stage("log", Duration.ofMinutes(4)),
            new Stage("compare", Duration.ofMinutes(100)),
            new Stage("recover", Duration.ofMinutes(8)),
            new Stage("files", Duration.ofMinutes(16)),
            new Stage("verify", Duration.ofMinutes(32)));

    assertThat(
            plan(Scenario.REGION_LOST, null, List.of(drill), null).processes().getFirst().atLeast())
        .isEqualTo(Duration.ofMinutes(1 + 2 + 4 + 8 + 16 + 32));
  }

  @Test
  void what_is_too_slow_already_by_what_was_measured_is_named() {
    company();
    RecoveryPlan plan =
        plan(Scenario.REGION_LOST, null, List.of(drill("one", Duration.ofHours(5))), null);

    assertThat(plan.processes().getFirst().state()).isEqualTo(Objective.State.MISSED);
    assertThat(codes(plan)).contains("REC037");
  }

  @Test
  void a_circle_is_told_with_its_way_and_the_plan_is_made_all_the_same() {
    company();
    service("a", ServiceType.OTHER, "nightly", "b");
    service("b", ServiceType.OTHER, "nightly", "a");
    environment("prod2", Tier.PRODUCTION, "west", "a");
    entries.removeIf(it -> it.name().equals("prod"));
    environment("prod", Tier.PRODUCTION, "west", "a", "odoo");

    RecoveryPlan plan = plan(Scenario.REGION_LOST, null, List.of(), null);

    assertThat(plan.gaps())
        .extracting(Gap::message)
        .contains("services need one another in a circle: a → b → a");
    assertThat(step(plan, "service/a").title()).isEqualTo("a");
  }

  @Test
  void after_an_attack_only_what_nobody_could_change_since_is_taken() {
    company();
    Instant until = NOW.plus(Duration.ofDays(5));
    List<StoredBackup> backups =
        List.of(
            backup("before", ATTACK.minusSeconds(3600), until),
            backup("before-open", ATTACK.minusSeconds(60), null),
            backup("before-ended", ATTACK.minusSeconds(30), NOW.minusSeconds(1)),
            backup("after", ATTACK.plusSeconds(3600), until));

    assertThat(plan(Scenario.RANSOMWARE, ATTACK, List.of(), backups).choice().backup())
        .isEqualTo("before");
    RecoveryPlan unknown = plan(Scenario.RANSOMWARE, null, List.of(), backups);
    assertThat(unknown.choice().backup()).isNull();
    assertThat(codes(unknown)).contains("REC036");
    assertThat(
            plan(
                    Scenario.RANSOMWARE,
                    null,
                    List.of(drill("before", Duration.ofMinutes(1))),
                    backups)
                .choice()
                .backup())
        .isEqualTo("before");
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
    return plan(scenario, at, drills, List.of(backups)).choice();
  }

  @Test
  void a_log_brings_back_the_newest_moment_that_fits() {
    company();
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
    company();
    Instant until = NOW.plusSeconds(3600);
    StoredBackup base = withLog("base", ATTACK.minusSeconds(86_400), ATTACK.plusSeconds(60), until);
    StoredBackup open = withLog("open", ATTACK.minusSeconds(80_000), ATTACK.minusSeconds(5), null);

    assertThat(choice(Scenario.RANSOMWARE, ATTACK, List.of(), base, open).point())
        .isEqualTo(ATTACK.plusSeconds(60).minusSeconds(3600));
    assertThat(choice(Scenario.RANSOMWARE, ATTACK, List.of(), open).backup()).isNull();
    // Nobody knows when it began: what a drill brought back and verified.
    assertThat(choice(Scenario.RANSOMWARE, null, List.of(), base).backup()).isNull();
    Drill proven = drill("base", Duration.ofMinutes(1));
    assertThat(choice(Scenario.RANSOMWARE, null, List.of(proven), base).point())
        .isEqualTo(ATTACK.minusSeconds(86_400));
  }

  @Test
  void a_mistake_is_undone_from_the_moment_before() {
    company();
    List<StoredBackup> backups =
        List.of(
            backup("before", ATTACK.minusSeconds(60), null),
            backup("at", ATTACK, null),
            backup("after", ATTACK.plusSeconds(60), null));

    RecoveryPlan plan = plan(Scenario.OPERATOR_ERROR, ATTACK, List.of(), backups);

    assertThat(plan.choice().backup()).isEqualTo("before");
    assertThat(plan.steps())
        .extracting(Step::key)
        .contains("take-over")
        .doesNotContain("service/odoo");
  }

  @Test
  void whoever_left_it_open_is_told_what() {
    add(Kind.TEAM, "ops", new Team("Operations", List.of(), null));
    service("db", ServiceType.POSTGRESQL, null);
    environment("prod", Tier.PRODUCTION, "west", "db");

    assertThat(codes(plan(Scenario.REGION_LOST, null, List.of(), List.of())))
        .containsExactlyInAnyOrder("REC031", "REC033", "REC034", "REC035", "REC036", "REC039");
  }
}
