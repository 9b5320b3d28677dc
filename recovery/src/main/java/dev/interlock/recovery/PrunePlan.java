package dev.interlock.recovery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would be removed from a store, and why.
 *
 * @param verdicts what becomes of each backup
 * @param files how many shared files no kept backup needs
 * @param bytes their size together, as they lie there
 * @param logs what of the logs of servers no base backup needs
 * @param asked backups that somebody wants gone though the plan would keep them
 * @param told what is unclear, and why files are kept for that
 * @param at when it was made
 */
public record PrunePlan(
    List<RetentionVerdict> verdicts,
    long files,
    long bytes,
    List<OldLog> logs,
    Set<BackupId> asked,
    List<String> told,
    Instant at) {

  public PrunePlan {
    verdicts = List.copyOf(verdicts);
    logs = List.copyOf(logs);
    asked = Set.copyOf(asked);
    told = List.copyOf(told);
  }

  /** What would go, by name. */
  public List<RetentionVerdict> removals() {
    return verdicts.stream()
        .filter(it -> !it.kept())
        .sorted(Comparator.comparing(RetentionVerdict::id))
        .toList();
  }

  /** The backups that would go. */
  public Set<BackupId> going() {
    return verdicts.stream()
        .filter(v -> !v.kept())
        .map(RetentionVerdict::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
