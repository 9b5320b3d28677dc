package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup as a store holds it.
 *
 * @param backup its manifest; null when there is none that can be read
 * @param objects how many objects lie there for it alone
 * @param bytes their size together, as they lie there
 * @param immutableUntil the latest moment until which one of them can't be removed
 * @param note why its state is not finished; empty when it is
 */
public record CataloguedBackup(
    BackupId id,
    State state,
    @Nullable Backup backup,
    int objects,
    long bytes,
    @Nullable Instant immutableUntil,
    String note) {

  /** What is known of a backup without reading its parts. */
  public enum State {
    /** Manifest and parts are there; sizes are right. */
    FINISHED,
    /** The manifest is good, but parts are missing or have another size. */
    DAMAGED,
    /** There is no manifest: it is being made, or whoever made or removed it was stopped. */
    UNFINISHED,
    /** There is a manifest, but nobody can tell what it says. */
    UNREADABLE
  }
}
