package dev.interlock.usecases;

import dev.interlock.ledger.LedgerVerifier;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.Verification;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies a ledger from its file and public keys alone. */
public final class VerifyLedger {

  /**
   * What to verify.
   *
   * @param file the ledger
   * @param keys files with public keys that may have signed its checkpoints
   * @param since a checkpoint kept from earlier, or null
   */
  public record Request(Path file, List<Path> keys, @Nullable Path since) {
    public Request {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Verifies.
   *
   * @param progress is told now and then how many bytes are done
   * @throws InputRejected when a file is not what it should be
   * @throws dev.interlock.finding.Fault when a file cannot be read
   */
  public Verification run(Request request, LongConsumer progress) {
    LedgerVerifier verifier =
        LedgerVerifier.trusting(keys(request.keys())).withPatience().withProgress(progress);
    Path since = request.since();
    return LedgerFiles.reading(
        request.file(),
        file -> since == null ? verifier.verify(file) : verifier.verifySince(file, kept(since)));
  }

  /** The public keys in files. */
  static List<VerificationKey> keys(List<Path> files) {
    List<VerificationKey> keys = new ArrayList<>();
    for (Path file : files) {
      keys.add(LedgerFiles.reading(file, f -> VerificationKey.parse(Files.readString(f))));
    }
    return keys;
  }

  private static SignedCheckpoint kept(Path file) {
    return LedgerFiles.reading(file, f -> SignedCheckpoint.parse(Files.readAllBytes(f)));
  }
}
