package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Recovery;
import dev.interlock.ledger.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Signs a decision and appends it to a ledger; other evidence that is signed already, too. */
public final class RecordDecision {

  private final InstantSource clock;
  private final Waiting waiting;

  /** Checkpoints carry the time of the clock. Does not wait for a ledger that is in use. */
  public RecordDecision(InstantSource clock) {
    this(clock, new Waiting(0, Duration.ZERO, () -> {}));
  }

  /** The same, and waits while somebody else writes to the ledger. */
  public RecordDecision(InstantSource clock, Waiting waiting) {
    this.clock = clock;
    this.waiting = waiting;
  }

  /**
   * How long to wait for a ledger that is in use.
   *
   * @param tries how often to try again
   * @param pause before each of them
   * @param begins told once, when the waiting begins
   */
  public record Waiting(int tries, Duration pause, Runnable begins) {}

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
   * @param envelope the signed decision or evidence, as it was appended
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
    SigningKey key = key(request);
    return append(new EvidenceSigner().sign(decided.record(), key), request, key);
  }

  /**
   * Records evidence that is signed already; the key of the request signs the checkpoint.
   *
   * @throws InputRejected when the key or the ledger can't be used
   */
  public Recorded run(Envelope signed, Request request) {
    return append(signed, request, key(request));
  }

  private static SigningKey key(Request request) {
    return LedgerFiles.signingKey(request.key());
  }

  private Recorded append(Envelope envelope, Request request, SigningKey key) {
    try (FileLedger ledger = open(request, key)) {
      Receipt receipt = ledger.append(envelope.toJson());
      EntryProof proof = EntryProof.of(ledger, receipt.first());
      return new Recorded(envelope, proof, ledger.recovery());
    } catch (LedgerException e) {
      throw LedgerFiles.translated(request.ledger(), e);
    }
  }

  private FileLedger open(Request request, SigningKey key) {
    for (int tried = 0; ; tried++) {
      try {
        return FileLedger.open(request.ledger(), request.origin(), key, clock);
      } catch (LedgerException e) {
        if (e.error() != LedgerError.IN_USE || tried >= waiting.tries()) {
          throw e;
        }
      }
      if (tried == 0) {
        waiting.begins().run();
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(waiting.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the ledger", e);
    }
  }
}
