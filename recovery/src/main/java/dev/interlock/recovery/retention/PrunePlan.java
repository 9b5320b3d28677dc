package dev.interlock.recovery.retention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would be removed from a store, and why.
 *
 * @param verdicts what becomes of each backup
 * @param files how many shared files no kept backup needs
 * @param bytes their size together, as they lie there
 * @param told what is unclear, and why files are kept for that
 * @param at when it was made
 */
public record PrunePlan(
    List<Verdict> verdicts, long files, long bytes, List<String> told, Instant at) {

  public PrunePlan {
    verdicts = List.copyOf(verdicts);
    told = List.copyOf(told);
  }

  /** The backups that would go. */
  public Set<BackupId> going() {
    return verdicts.stream()
        .filter(v -> !v.kept())
        .map(Verdict::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
