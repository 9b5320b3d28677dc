package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A backup that may have to go.
 *
 * @param point the moment it brings back; null when nobody knows
 * @param immutableUntil until when it can't be removed
 * @param protection why it must be kept, whatever rules say; empty when nothing says so
 */
public record Candidate(
    BackupId id,
    BackupState state,
    @Nullable Instant point,
    @Nullable Instant immutableUntil,
    String protection) {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  /** What a catalogue says; what is unfinished is dated by its name. */
  public static Candidate of(CataloguedBackup backup, String protection) {
    Backup manifest = backup.backup();
    Instant point = manifest == null ? dated(backup.id().name()) : manifest.point();
    return new Candidate(backup.id(), backup.state(), point, backup.immutableUntil(), protection);
  }

  boolean held() {
    return !protection.isEmpty();
  }

  private static @Nullable Instant dated(String name) {
    try {
      return NAME.parse(name, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
