package dev.interlock.usecases;

import dev.interlock.ledger.EvidencePack;
import dev.interlock.ledger.PackVerification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Verifies an evidence pack from its file and public keys alone. */
public final class VerifyPack {

  private static final byte[] ZIP = {'P', 'K'};

  /** True when the file begins as a pack does; false also when it cannot be read. */
  public static boolean looksLikePack(Path file) {
    if (!Files.isRegularFile(file)) {
      return false; // to open a pipe is to wait for it
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Verifies.
   *
   * @param keys files with public keys that are trusted
   * @throws InputRejected when a file is not what it should be
   * @throws dev.interlock.finding.Fault when a file cannot be read
   */
  public PackVerification run(Path pack, List<Path> keys) {
    var trusted = VerifyLedger.keys(keys);
    return LedgerFiles.reading(pack, file -> EvidencePack.verify(file, trusted));
  }
}
