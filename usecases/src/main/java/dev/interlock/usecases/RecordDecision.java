package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Recovery;
import dev.interlock.ledger.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Signs a decision and appends it to a ledger. */
public final class RecordDecision {

  private final InstantSource clock;

  /** Checkpoints carry the time of the clock. */
  public RecordDecision(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Where to record.
   *
   * @param ledger file of the ledger; made when there is none
   * @param origin the ledger's unique name
   * @param key file of the private key that signs decision and checkpoints, PEM
   */
  public record Request(Path ledger, String origin, Path key) {}

  /**
   * What was recorded.
   *
   * @param envelope the signed decision, as it was appended
   * @param proof that it stands in the ledger
   * @param recovery what an earlier, interrupted write had left in the ledger
   */
  public record Recorded(Envelope envelope, EntryProof proof, Recovery recovery) {}

  /**
   * Records.
   *
   * @throws InputRejected when the key or the ledger can't be used
   */
  public Recorded run(DecidedChange decided, Request request) {
    SigningKey key =
        LedgerFiles.reading(request.key(), file -> SigningKey.parse(Files.readString(file)));
    Envelope envelope = new EvidenceSigner().sign(decided.record(), key);
    try (FileLedger ledger = FileLedger.open(request.ledger(), request.origin(), key, clock)) {
      Receipt receipt = ledger.append(envelope.toJson());
      EntryProof proof = EntryProof.of(ledger, receipt.first());
      return new Recorded(envelope, proof, ledger.recovery());
    } catch (LedgerException e) {
      throw LedgerFiles.translated(request.ledger(), e);
    }
  }
}
