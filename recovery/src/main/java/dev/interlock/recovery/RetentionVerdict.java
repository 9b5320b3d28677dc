package dev.interlock.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a backup.
 *
 * @param kept false when it goes
 * @param early true when it goes though the plan would keep it, because somebody asked for that
 * @param reasons why
 * @param manifest digest of its manifest as it lies there; null when it has none that can be read
 */
public record RetentionVerdict(
    BackupId id, boolean kept, boolean early, List<String> reasons, @Nullable String manifest) {

  public RetentionVerdict {
    reasons = List.copyOf(reasons);
  }

  /** The same about a backup with that manifest. */
  public RetentionVerdict of(@Nullable String digest) {
    return new RetentionVerdict(id, kept, early, reasons, digest);
  }
}
