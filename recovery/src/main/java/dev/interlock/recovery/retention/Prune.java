package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes backups that no rule keeps, and shared files that no backup needs: first a plan to be
 * looked at, then what of it still holds. Of a backup the manifest goes first, so that whoever is
 * stopped leaves an unfinished backup, never one that looks whole; shared files go last, when
 * nothing speaks of them any more.
 */
public final class Prune {

  private final BackupStore store;
  private final Function<byte[], Optional<Backup>> reader;
  private final Function<String, Optional<RetentionRule>> rules;
  private final Predicate<BackupId> held;

  /**
   * Looks after a store.
   *
   * @param reader what a manifest says; empty when it can't be read or its signature does not count
   * @param rules the rule for an environment; without one all its backups are kept
   * @param held which backups are on legal hold
   */
  public Prune(
      BackupStore store,
      Function<byte[], Optional<Backup>> reader,
      Function<String, Optional<RetentionRule>> rules,
      Predicate<BackupId> held) {
    this.store = store;
    this.reader = reader;
    this.rules = rules;
    this.held = held;
  }

  /** What would be removed; nothing is. */
  public PrunePlan plan(Instant now) {
    Catalogue catalogue = Catalogue.of(store, reader);
    List<Verdict> verdicts = judge(catalogue, now);
    Set<BackupId> going = new PrunePlan(verdicts, 0, 0, List.of(), now).going();
    NeededFiles needed = NeededFiles.of(store, without(catalogue, going));
    long[] files = new Sweep(store, now).unneeded(needed, _ -> {});
    return new PrunePlan(verdicts, files[0], files[1], needed.unknown(), now);
  }

  /**
   * Removes what was planned and would still be planned now.
   *
   * @throws dev.interlock.finding.Fault PROTECTED while somebody else uses the store
   */
  public Pruned act(PrunePlan plan, Instant now) {
    try (Lease _ = store.lease(Access.ALONE)) {
      Catalogue catalogue = Catalogue.of(store, reader);
      Set<BackupId> going = stillGoing(plan, judge(catalogue, now));
      NeededFiles needed = NeededFiles.of(store, without(catalogue, going));
      List<BackupId> removed = going.stream().sorted().toList();
      removed.forEach(this::remove);
      long[] files = new Sweep(store, now).unneeded(needed, store::delete);
      return new Pruned(removed, files[0], files[1], needed.unknown());
    }
  }

  private static Set<BackupId> stillGoing(PrunePlan plan, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> !v.kept() && plan.going().contains(v.id()))
        .map(Verdict::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<CataloguedBackup> without(Catalogue catalogue, Set<BackupId> going) {
    return catalogue.backups().stream().filter(b -> !going.contains(b.id())).toList();
  }

  private List<Verdict> judge(Catalogue catalogue, Instant now) {
    Map<String, List<Candidate>> environments = new TreeMap<>();
    for (CataloguedBackup backup : catalogue.backups()) {
      environments
          .computeIfAbsent(backup.id().environment(), _ -> new ArrayList<>())
          .add(Candidate.of(backup, held.test(backup.id())));
    }
    List<Verdict> verdicts = new ArrayList<>();
    environments.forEach((name, backups) -> verdicts.addAll(judge(name, backups, now)));
    return verdicts;
  }

  private List<Verdict> judge(String environment, List<Candidate> backups, Instant now) {
    return rules
        .apply(environment)
        .map(rule -> Retention.judge(backups, rule, now))
        .orElseGet(() -> backups.stream().map(Prune::withoutRule).toList());
  }

  private static Verdict withoutRule(Candidate backup) {
    return new Verdict(backup.id(), true, List.of("no rule is known for its environment"));
  }

  private void remove(BackupId id) {
    store.delete(id.prefix() + StoreLayout.MANIFEST);
    List<String> parts;
    try (Stream<Listed> objects = store.list(id.prefix())) {
      parts = objects.map(Listed::name).toList();
    }
    parts.forEach(store::delete);
  }
}
