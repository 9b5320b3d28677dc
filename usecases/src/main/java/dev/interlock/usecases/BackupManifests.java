package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Backup;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads manifests of backups; only those count that a key signed which the estate trusts. */
final class BackupManifests {

  private final Estate estate;
  private final Instant now;

  BackupManifests(Estate estate, Instant now) {
    this.estate = estate;
    this.now = now;
  }

  /** What it says; empty when it does not count. */
  Optional<Backup> read(byte[] manifest) {
    return items(manifest).stream()
        .filter(EvidenceItem::trusted)
        .map(EvidenceItem::predicate)
        .filter(Backup.class::isInstance)
        .map(Backup.class::cast)
        .findFirst();
  }

  /** Why it does not count. */
  String reason(byte[] manifest) {
    return untrusted(manifest).orElse("it is no manifest of a backup");
  }

  /** Why signed evidence does not count; empty when it does. */
  String reason(Envelope signed) {
    return untrusted(signed.toJson().toArray()).orElse("");
  }

  private Optional<String> untrusted(byte[] signed) {
    return items(signed).stream()
        .map(EvidenceItem::standing)
        .filter(Standing.Untrusted.class::isInstance)
        .map(standing -> ((Standing.Untrusted) standing).message())
        .findFirst();
  }

  private List<EvidenceItem> items(byte[] manifest) {
    return EvidenceBook.of(
            List.of(new EvidenceFile("manifest.dsse.json", Bytes.of(manifest))), estate, now)
        .items();
  }
}
