package dev.interlock.recovery.retention;

import java.util.List;

/**
 * What becomes of a backup.
 *
 * @param kept false when it goes
 * @param reasons why
 */
public record Verdict(BackupId id, boolean kept, List<String> reasons) {

  public Verdict {
    reasons = List.copyOf(reasons);
  }
}
