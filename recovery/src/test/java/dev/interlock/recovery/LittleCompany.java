package dev.interlock.recovery;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A company with one environment {@code prod}, its drills and its backups, to plan recovery of. */
final class LittleCompany {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final List<Entry<?>> entries = new ArrayList<>();

  /** One that lacks nothing: a team, a boundary, a plan, a spare environment and a process. */
  static LittleCompany whole() {
    LittleCompany company = new LittleCompany();
    company.team("+43 1 555 0100");
    company.boundary();
    company.nightlyPlan();
    company.service("db", ServiceType.POSTGRESQL, "nightly");
    company.service("files", ServiceType.FILESTORE, "nightly");
    company.service("odoo", ServiceType.ODOO, null, "db", "files");
    company.environment("prod", Tier.PRODUCTION, "west", "odoo", "db", "files");
    company.environment("spare", Tier.DISASTER_RECOVERY, "north", "odoo", "db", "files");
    company.sales();
    return company;
  }

  private void add(Kind kind, String name, Spec spec) {
    entries.add(new Entry<>(kind, name, Map.of(), spec, SourceRef.file(name + ".yaml")));
  }

  void remove(String name) {
    entries.removeIf(it -> it.name().equals(name));
  }

  void team(@Nullable String phone) {
    add(Kind.TEAM, "ops", new Team("Operations", List.of(), phone));
  }

  private void boundary() {
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
  }

  private void nightlyPlan() {
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
  }

  void service(String name, ServiceType type, @Nullable String plan, String... dependsOn) {
    add(
        Kind.SERVICE,
        name,
        new Service(name, type, List.of(dependsOn), "ops", null, List.of(), plan, null));
  }

  void environment(String name, Tier tier, String region, String... services) {
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

  /** Must be back within four hours. */
  private void sales() {
    add(
        Kind.BUSINESS_PROCESS,
        "sales",
        new BusinessProcess(
            "Sales",
            Criticality.HIGH,
            Duration.ofHours(4),
            Duration.ofHours(24),
            List.of("odoo"),
            List.of(),
            List.of(),
            "ops",
            null,
            null,
            null));
  }

  static Drill drill(String backup, Stage... stages) {
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

  static StoredBackup backup(String name, Instant point, @Nullable Instant immutableUntil) {
    Backup manifest =
        new Backup("prod", name, "pg-dump", point, point, null, null, List.of(), null, point);
    return new StoredBackup("prod", name, BackupState.FINISHED, manifest, 1, immutableUntil, "");
  }

  /**
   * The plan to recover {@code prod}.
   *
   * @param happenedAt null where nobody knows when
   * @param backups null where nobody could look
   */
  RecoveryPlan plan(
      Scenario scenario,
      @Nullable Instant happenedAt,
      List<Drill> drills,
      @Nullable List<StoredBackup> backups) {
    return PlanRecovery.of(
        new PlanRecovery.Known(
            new Estate(entries), "prod", scenario, happenedAt, drills, backups, NOW));
  }
}
