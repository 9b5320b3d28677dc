package dev.interlock.usecases;

import dev.interlock.ledger.EvidencePack;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Path;
import java.util.List;

/** Takes entries out of a ledger into one file that can be verified without the ledger. */
public final class PackEvidence {

  /**
   * Writes a pack.
   *
   * @param keys files with public keys; one of them must have signed the last checkpoint
   * @param entries indexes from 0; all entries when empty
   * @param pack the file to write
   * @return how many entries it holds
   * @throws InputRejected when the ledger does not hold or an entry does not exist
   * @throws dev.interlock.finding.Fault when a file cannot be read or written
   */
  public long run(Path ledger, List<Path> keys, List<Long> entries, Path pack) {
    LedgerFiles.requireNoDirectory(pack);
    List<VerificationKey> trusted = VerifyLedger.keys(keys);
    return LedgerFiles.reading(
        ledger,
        file -> {
          try (LedgerView view = FileLedger.view(file, trusted)) {
            return write(view, trusted, requireKnown(file, entries, view.size()), pack);
          }
        });
  }

  private static long write(
      LedgerView view, List<VerificationKey> trusted, List<Long> entries, Path pack) {
    VerificationKey signer =
        trusted.stream().filter(view.checkpoint()::signedBy).findFirst().orElseThrow();
    EvidencePack packed = EvidencePack.of(view, signer);
    if (entries.isEmpty()) {
      for (long index = 0; index < view.size(); index++) {
        packed.entry(index);
      }
    } else {
      entries.forEach(packed::entry);
    }
    packed.writeTo(pack);
    return entries.isEmpty() ? view.size() : entries.stream().distinct().count();
  }

  private static List<Long> requireKnown(Path ledger, List<Long> entries, long size) {
    for (long index : entries) {
      if (index < 0 || index >= size) {
        throw new InputRejected(
            ActionCode.NO_ENTRY.code(),
            ledger.toString(),
            "there is no entry " + index,
            "it has " + size + " entries, counted from 0");
      }
    }
    return entries;
  }
}
