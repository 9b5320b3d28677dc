package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.ledger.EvidencePack;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes entries out of a server's ledger into one file that can be verified without it. */
public final class PackEntries {

  private static final int MOST = 10_000;

  /**
   * The pack's bytes.
   *
   * @param key that signs the ledger's checkpoints
   * @param entries indexes from 0, at least one
   * @throws InputRejected when an entry does not exist, or too many are asked for
   */
  public byte[] run(LedgerView ledger, VerificationKey key, List<Long> entries) {
    if (entries.isEmpty() || entries.size() > MOST) {
      throw refused("a pack holds between 1 and " + MOST + " entries");
    }
    EvidencePack pack = EvidencePack.of(ledger, key);
    for (long entry : entries) {
      if (entry < 0 || entry >= ledger.size()) {
        throw refused("there is no entry " + entry + ": the ledger has " + ledger.size());
      }
      pack.entry(entry);
    }
    return written(pack);
  }

  private static InputRejected refused(String why) {
    return new InputRejected(
        ActionCode.NO_ENTRY.code(), "entries", why, "entries are counted from 0");
  }

  private static byte[] written(EvidencePack pack) {
    try {
      Path folder = Files.createTempDirectory("interlock-pack");
      Path file = folder.resolve("pack.zip");
      try {
        pack.writeTo(file);
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new Fault(ActionCode.CANNOT_WRITE.code(), "cannot write a pack: " + e.getMessage(), e);
    }
  }
}
