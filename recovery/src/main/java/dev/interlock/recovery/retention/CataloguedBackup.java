package dev.interlock.recovery.retention;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup as a store holds it.
 *
 * @param backup its manifest; null when there is none that can be read
 * @param manifest digest of the manifest as it lies there; null when there is none that can be read
 * @param objects how many objects lie there for it alone
 * @param bytes their size together, as they lie there
 * @param immutableUntil the latest moment until which one of them can't be removed
 * @param note why its state is not finished; empty when it is
 */
public record CataloguedBackup(
    BackupId id,
    BackupState state,
    @Nullable Backup backup,
    @Nullable String manifest,
    int objects,
    long bytes,
    @Nullable Instant immutableUntil,
    String note) {}
