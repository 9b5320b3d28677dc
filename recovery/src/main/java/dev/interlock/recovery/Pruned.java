package dev.interlock.recovery;

import java.util.List;

/**
 * What was removed from a store.
 *
 * @param backups these, with all their parts
 * @param files so many shared files
 * @param bytes their size together, as they lay there
 * @param logs what of the logs of servers
 * @param told what is unclear, and why files are kept for that
 */
public record Pruned(
    List<BackupId> backups, long files, long bytes, List<OldLog> logs, List<String> told) {

  public Pruned {
    backups = List.copyOf(backups);
    logs = List.copyOf(logs);
    told = List.copyOf(told);
  }
}
