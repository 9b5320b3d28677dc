package dev.interlock.recovery;

import dev.interlock.finding.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database whose backups an operator in Kubernetes makes, such as CloudNativePG, as its resources
 * tell it.
 *
 * @param name with its namespace
 * @param source where it is written
 * @param archiving whether it archives its log
 * @param logEvery the longest time until a file of the log is archived, when one is
 * @param retention how long copies are kept
 * @param schedules when base backups are made
 * @param runs backups that were made or tried, in any order
 * @param lastGood end of the last good one, as the cluster itself tells; null when it does not
 * @param observed false for manifests that say what should be, not what is
 */
public record OperatedCluster(
    String name,
    SourceRef source,
    Archiving archiving,
    Duration logEvery,
    Retention retention,
    List<Schedule> schedules,
    List<Run> runs,
    @Nullable Instant lastGood,
    boolean observed) {

  public OperatedCluster {
    schedules = List.copyOf(schedules);
    runs = List.copyOf(runs);
  }

  /** Whether the log is archived. */
  public enum Archiving {
    /** Nothing says where to. */
    NONE,
    /** It is said where to, and nobody tells whether it works. */
    CONFIGURED,
    /** It works. */
    WORKS,
    /** It fails. */
    FAILS
  }

  /**
   * How long copies are kept.
   *
   * @param kept null when they are never removed
   * @param doubt why nobody knows, in words; empty when it is known
   */
  public record Retention(@Nullable Duration kept, String doubt) {}

  /**
   * When base backups are made.
   *
   * @param cron as it is written, seconds first
   */
  public record Schedule(String name, String cron, boolean suspended) {}

  /**
   * A backup that was made or tried.
   *
   * @param phase as the operator calls it, such as {@code completed}; empty when it has none yet
   * @param error what it says went wrong; empty when nothing did
   */
  public record Run(
      String name,
      String phase,
      @Nullable Instant started,
      @Nullable Instant stopped,
      String error) {

    /** It came to its good end. */
    public boolean isGood() {
      return phase.equals("completed") && stopped != null;
    }

    /** It will not come to a good end, as things are. */
    public boolean isBad() {
      return phase.equals("failed") || phase.equals("walArchivingFailing");
    }
  }
}
