package dev.interlock.usecases;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Finding;
import dev.interlock.recovery.BackupAlerts;
import dev.interlock.recovery.WatchedBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stores do by themselves beside what the plans of an environment want of them. */
final class StoreRulesByPlan {

  /** Methods that keep backups in stores of ours, where no other tool says more. */
  private static final Set<String> IN_STORES =
      Set.of("pg-dump", "base-backup-and-wal", "file-copy");

  private final List<Entry<BackupPlan>> plans;
  private final String environment;
  private final @Nullable Duration rto;
  private final Instant now;

  StoreRulesByPlan(Estate estate, Entry<Environment> environment, Instant now) {
    this.plans = BackupPlans.of(estate, environment.spec());
    this.environment = environment.name();
    this.rto =
        ReviewDrills.processes(estate, environment.spec()).values().stream()
            .map(BusinessProcess::rto)
            .min(naturalOrder())
            .orElse(null);
    this.now = now;
  }

  /**
   * What is wrong with a store.
   *
   * @param watched its backups by a plan
   */
  List<Finding> findings(LookedStore store, Function<Entry<BackupPlan>, WatchedBackups> watched) {
    List<Entry<BackupPlan>> here = here(store);
    Stream<Finding> byAge =
        most(here, BackupAlerts::longest).stream()
            .flatMap(
                it -> BackupAlerts.byStore(watched.apply(it), store.rules(), rto, now).stream());
    Stream<Finding> byLock =
        most(here, BackupPlan::immutableFor).stream()
            .flatMap(it -> BackupAlerts.ofLock(watched.apply(it), store.rules(), now).stream());
    return Stream.concat(byAge, byLock).toList();
  }

  /** Whoever saves with another tool may save files into a store all the same. */
  private List<Entry<BackupPlan>> here(LookedStore store) {
    boolean isUsed = store.backups().stream().anyMatch(it -> it.environment().equals(environment));
    return plans.stream()
        .filter(it -> isUsed || IN_STORES.contains(BackupPlans.word(it.spec())))
        .toList();
  }

  private static Optional<Entry<BackupPlan>> most(
      List<Entry<BackupPlan>> plans, Function<BackupPlan, @Nullable Duration> wanted) {
    return plans.stream()
        .filter(it -> wanted.apply(it.spec()) != null)
        .max(comparing(it -> Objects.requireNonNull(wanted.apply(it.spec()))));
  }
}
