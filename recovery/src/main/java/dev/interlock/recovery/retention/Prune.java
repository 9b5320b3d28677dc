package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.PrunePlan;
import dev.interlock.recovery.Pruned;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.RetentionVerdict;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.TakeBaseBackup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes backups that no rule keeps, the log that no base backup needs, and shared files that no
 * backup needs: first a plan to be looked at, then what of it still holds. Of a backup the manifest
 * goes first, so that whoever is stopped leaves an unfinished backup, never one that looks whole;
 * shared files go last, when nothing speaks of them any more.
 */
public final class Prune {

  private final BackupStore store;
  private final @Nullable SealingKey key;
  private final Function<byte[], Optional<Backup>> reader;
  private final BiFunction<String, String, Optional<RetentionRule>> rules;
  private final Supplier<Function<BackupId, String>> protections;

  /**
   * Looks after a store.
   *
   * @param key that the lists of files are sealed with; null when none was given, so that the files
   *     of sealed backups stay
   * @param reader what a manifest says; empty when it can't be read or its signature does not count
   * @param rules the rule for an environment and a method, which is empty for backups that were
   *     never finished; without one they are kept
   * @param protections is asked each time before backups are judged: why one must be kept, such as
   *     a legal hold; empty when nothing says so
   */
  public Prune(
      BackupStore store,
      @Nullable SealingKey key,
      Function<byte[], Optional<Backup>> reader,
      BiFunction<String, String, Optional<RetentionRule>> rules,
      Supplier<Function<BackupId, String>> protections) {
    this.store = store;
    this.key = key;
    this.reader = reader;
    this.rules = rules;
    this.protections = protections;
  }

  /**
   * What would be removed; nothing is.
   *
   * @param asked backups that somebody wants gone though a rule would keep them
   */
  public PrunePlan plan(Set<BackupId> asked, Instant now) {
    Catalogue catalogue = Catalogue.of(store, reader);
    List<RetentionVerdict> verdicts = judge(catalogue, asked, now);
    Set<BackupId> going = new PrunePlan(verdicts, 0, 0, List.of(), asked, List.of(), now).going();
    List<CataloguedBackup> staying = without(catalogue, going);
    NeededFiles needed = NeededFiles.of(store, key, staying);
    long[] files = new Sweep(store, now).unneeded(needed, _ -> {});
    List<OldLog> logs = oldLogs(now).find(NeededLog.of(staying));
    return new PrunePlan(verdicts, files[0], files[1], logs, asked, needed.unknown(), now);
  }

  /**
   * Removes what was planned and would still be planned now.
   *
   * @param said is told what goes before anything does; when it throws, nothing does
   * @throws dev.interlock.finding.Fault PROTECTED while somebody else uses the store
   */
  public Pruned act(
      PrunePlan plan, Instant now, BiConsumer<List<RetentionVerdict>, List<OldLog>> said) {
    try (Lease _ = store.lease(Access.ALONE)) {
      Catalogue catalogue = Catalogue.of(store, reader);
      List<RetentionVerdict> still = stillGoing(plan, judge(catalogue, plan.asked(), now));
      Set<BackupId> going =
          still.stream().map(RetentionVerdict::id).collect(Collectors.toUnmodifiableSet());
      List<CataloguedBackup> staying = without(catalogue, going);
      NeededFiles needed = NeededFiles.of(store, key, staying);
      NeededLog neededLog = NeededLog.of(staying).orBefore(plan.logs());
      List<OldLog> logs = oldLogs(now).find(neededLog);
      if (!still.isEmpty() || !logs.isEmpty()) {
        said.accept(still, logs);
      }
      List<BackupId> removed = going.stream().sorted().toList();
      removed.forEach(this::remove);
      oldLogs(now).remove(neededLog);
      long[] files = new Sweep(store, now).unneeded(needed, store::delete);
      return new Pruned(removed, files[0], files[1], logs, needed.unknown());
    }
  }

  /** Where no plan speaks of base backups, their log stays. */
  private OldLogs oldLogs(Instant now) {
    return new OldLogs(
        store, now, environment -> rules.apply(environment, TakeBaseBackup.METHOD).isPresent());
  }

  private static List<RetentionVerdict> stillGoing(
      PrunePlan plan, List<RetentionVerdict> verdicts) {
    return verdicts.stream().filter(v -> !v.kept() && plan.removals().contains(v)).toList();
  }

  private static List<CataloguedBackup> without(Catalogue catalogue, Set<BackupId> going) {
    return catalogue.backups().stream().filter(b -> !going.contains(b.id())).toList();
  }

  private List<RetentionVerdict> judge(Catalogue catalogue, Set<BackupId> asked, Instant now) {
    Function<BackupId, String> protection = protections.get();
    return catalogue.backups().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.id().environment(), TreeMap::new, Collectors.toUnmodifiableList()))
        .values()
        .stream()
        .flatMap(backups -> judge(backups, protection, asked, now))
        .toList();
  }

  /** Those by one method are judged together; what was never finished, beside all others. */
  private Stream<RetentionVerdict> judge(
      List<CataloguedBackup> backups,
      Function<BackupId, String> protection,
      Set<BackupId> asked,
      Instant now) {
    return backups.stream()
        .map(Prune::method)
        .distinct()
        .flatMap(method -> {
          List<Candidate> compared =
              backups.stream()
                  .filter(it -> method.isEmpty() || method(it).equals(method))
                  .map(it -> Candidate.of(it, protection.apply(it.id())))
                  .toList();
          Map<BackupId, RetentionVerdict> verdicts =
              judged(backups.getFirst().id().environment(), method, compared, asked, now);
          return backups.stream()
              .filter(it -> method(it).equals(method))
              .map(it -> Objects.requireNonNull(verdicts.get(it.id())).of(it.manifest()));
        });
  }

  private static String method(CataloguedBackup backup) {
    Backup manifest = backup.backup();
    return manifest == null ? "" : manifest.method();
  }

  private Map<BackupId, RetentionVerdict> judged(
      String environment,
      String method,
      List<Candidate> backups,
      Set<BackupId> asked,
      Instant now) {
    return rules
        .apply(environment, method)
        .map(rule -> Retention.judge(backups, rule, asked, now))
        .orElseGet(() -> backups.stream().map(it -> withoutRule(it, method)).toList())
        .stream()
        .collect(Collectors.toUnmodifiableMap(RetentionVerdict::id, it -> it));
  }

  /** The plan of another method says nothing of it: that is easily overlooked in an estate. */
  private static RetentionVerdict withoutRule(Candidate backup, String method) {
    String plan = " of " + backup.id().environment() + " with the method " + method;
    String why = "no plan" + (method.isEmpty() ? "" : plan) + " says how long it is kept";
    return new RetentionVerdict(backup.id(), true, false, List.of(why), null);
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
