package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.retention.Prune;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes backups that nothing keeps any more: first a plan to be looked at, then what of it still
 * holds. Whoever is stopped in the middle leaves an unfinished backup, never one that looks whole.
 */
public final class RemoveBackups {

  private final Prune prune;

  /**
   * Looks after a store.
   *
   * @param key that the lists of files are sealed with; null when none was given, so that the files
   *     of sealed backups stay
   * @param manifest what a manifest says; empty when it does not count
   * @param rules the rule for an environment and a method, which is empty for backups that were
   *     never finished; without one they are kept
   * @param protections is asked each time before backups are judged: why one must be kept, such as
   *     a legal hold; empty when nothing says so
   */
  public RemoveBackups(
      BackupStore store,
      @Nullable SealingKey key,
      Function<byte[], Optional<Backup>> manifest,
      BiFunction<String, String, Optional<RetentionRule>> rules,
      Supplier<Function<BackupId, String>> protections) {
    this.prune = new Prune(store, key, manifest, rules, protections);
  }

  /**
   * What would be removed; nothing is.
   *
   * @param asked backups that somebody wants gone though a rule would keep them
   */
  public PrunePlan plan(Set<BackupId> asked, Instant now) {
    return prune.plan(asked, now);
  }

  /**
   * Removes what was planned and would still be planned now.
   *
   * @param said is told what goes before anything does; when it throws, nothing does
   * @throws dev.interlock.finding.Fault PROTECTED while somebody else uses the store
   */
  public Pruned run(
      PrunePlan plan, Instant now, BiConsumer<List<RetentionVerdict>, List<OldLog>> said) {
    return prune.act(plan, now, said);
  }
}
