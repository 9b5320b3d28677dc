package dev.interlock.recovery;

import dev.interlock.estate.BackupPlan;
import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Backups of one environment by one plan.
 *
 * @param environment its name
 * @param sourceRegion region that the environment runs in
 * @param plan what they should be
 * @param planName name of the plan
 * @param source where the plan is written
 * @param method of backups that the plan makes, as manifests name it
 * @param backups of the environment, from all stores that were looked at, whatever their method
 * @param readable false when backups by that method lie in no store of ours, so that nobody sees
 *     them here
 * @param storeRegion region that the stores lie in; null when nobody says
 * @param inUse somebody uses one of the stores, or nobody can tell
 */
public record WatchedBackups(
    String environment,
    String sourceRegion,
    BackupPlan plan,
    String planName,
    SourceRef source,
    String method,
    List<StoredBackup> backups,
    boolean readable,
    @Nullable String storeRegion,
    boolean inUse) {

  public WatchedBackups {
    backups = List.copyOf(backups);
  }
}
