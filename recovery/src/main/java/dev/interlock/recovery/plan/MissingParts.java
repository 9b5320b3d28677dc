package dev.interlock.recovery.plan;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Runbook;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the estate leaves open about services: how they come back, and from where. */
public final class MissingParts {

  private final Known known;
  private final ServiceOrder order;
  private final Gaps gaps;

  private MissingParts(Known known, ServiceOrder order, Gaps gaps) {
    this.known = known;
    this.order = order;
    this.gaps = gaps;
  }

  /** Looks at every service of an environment. */
  public static void look(Known known, ServiceOrder order, Gaps gaps) {
    MissingParts parts = new MissingParts(known, order, gaps);
    if (!order.circle().isEmpty()) {
      gaps.about(
          RecoveryCode.PLAN_CIRCLE,
          Service.class,
          order.circle().getFirst(),
          "services need one another in a circle: " + String.join(" → ", order.circle()),
          "take one dependsOn away: the one that can start without");
    }
    order.services().forEach(parts::service);
    if (known.scenario() == Scenario.REGION_LOST) {
      parts.standby();
    }
  }

  private void service(String name, Service service) {
    Optional<BackupPlan> plan =
        Optional.ofNullable(service.backupPlan())
            .flatMap(it -> known.estate().find(BackupPlan.class, it));
    if (plan.isEmpty()) {
      unsaved(name, service);
      return;
    }
    String region = plan.get().targetRegion();
    if (known.scenario() == Scenario.REGION_LOST
        && (region == null || region.equals(known.place().region()))) {
      gaps.about(
          RecoveryCode.NO_REGION_COPY,
          BackupPlan.class,
          String.valueOf(service.backupPlan()),
          "copies of " + name + " lie in no other region than the lost one",
          "a targetRegion other than " + known.place().region());
    }
    if (known.scenario() == Scenario.RANSOMWARE
        && service.type().isStore()
        && plan.get().immutableFor() == null) {
      gaps.about(
          RecoveryCode.NOT_IMMUTABLE,
          BackupPlan.class,
          String.valueOf(service.backupPlan()),
          "whoever gets in can delete the copies of " + name,
          "immutableFor in the backup plan, longer than attacks stay unnoticed");
    }
  }

  /** Images come from a registry, and nobody waits for graphs. */
  private void unsaved(String name, Service service) {
    boolean comesOtherwise =
        service.type() == ServiceType.ODOO
            || service.type() == ServiceType.MONITORING
            || (!service.type().isStore() && hasRunbook(name));
    if (!comesOtherwise) {
      gaps.about(
          RecoveryCode.NO_WAY_BACK,
          Service.class,
          name,
          name + " has neither a backup plan nor a runbook: nothing says how it comes back",
          service.type().isStore() ? "a backupPlan" : "a backupPlan, or a Runbook that names it");
    }
  }

  private boolean hasRunbook(String service) {
    return known.estate().all(Runbook.class).values().stream()
        .anyMatch(runbook -> runbook.services().contains(service));
  }

  private void standby() {
    Optional<String> standby = standby(known);
    if (standby.isEmpty()) {
      gaps.about(
          RecoveryCode.NO_STANDBY,
          Environment.class,
          known.environment(),
          "no environment for disaster recovery in another region runs what "
              + known.environment()
              + " runs",
          "an Environment with tier disaster-recovery and another region");
      return;
    }
    Set<String> absent = new TreeSet<>(order.services().keySet());
    absent.removeAll(
        known
            .estate()
            .find(Environment.class, standby.get())
            .map(Environment::services)
            .orElse(List.of()));
    if (!absent.isEmpty()) {
      gaps.about(
          RecoveryCode.NO_STANDBY,
          Environment.class,
          standby.get(),
          standby.get() + " does not run " + String.join(", ", absent),
          "these must be built anew first: add them, or say in a runbook how");
    }
  }

  /** Of those in another region, the one that shares the most services. */
  static Optional<String> standby(Known known) {
    Environment lost = known.place();
    String best = null;
    long most = 0;
    for (var entry : known.estate().entries(Environment.class)) {
      Environment other = entry.spec();
      long shared = other.services().stream().filter(lost.services()::contains).count();
      boolean elsewhere =
          other.tier() == Tier.DISASTER_RECOVERY && !other.region().equals(lost.region());
      boolean holdsData =
          other.services().stream()
              .filter(lost.services()::contains)
              .flatMap(name -> known.estate().find(Service.class, name).stream())
              .anyMatch(service -> service.type().isStore());
      if (elsewhere && holdsData && shared > most) {
        best = entry.name();
        most = shared;
      }
    }
    return Optional.ofNullable(best);
  }
}
