package dev.interlock.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a backup kept, whatever a plan says, such as for a court.
 *
 * @param record name in the store of the signed record that says so
 * @param reason in the words of who put it on hold; empty when the record can't be read
 * @param until when it ends; null when only a release ends it
 * @param note why the record does not count; empty when it does. The backup is kept all the same
 */
public record BackupHold(String record, String reason, @Nullable Instant until, String note) {

  /** The same for people. */
  public String words() {
    return "on hold"
        + (until == null ? "" : " until " + until)
        + (reason.isEmpty() ? "" : ": " + reason)
        + (note.isEmpty() ? "" : " (not proven: " + note + ")");
  }
}
