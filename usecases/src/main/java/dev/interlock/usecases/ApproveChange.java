package dev.interlock.usecases;

import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.usecases.DecideChange.ReadChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a change as a person: approves exactly the version that lies there now, or refuses it.
 */
public final class ApproveChange {

  /**
   * An answer.
   *
   * @param person of the estate, by name or account
   * @param role in which the person answers
   * @param plant for which, or null
   * @param comment in the person's own words, or null
   */
  public record Answered(
      String person,
      String role,
      @Nullable String plant,
      Answer answer,
      @Nullable String comment) {}

  /**
   * What to sign.
   *
   * @param change file of the change request
   * @param estate folder of the estate
   * @param key file of the person's private key, PEM
   * @param out file to write the envelope to; must not exist
   */
  public record Request(Path change, Path estate, Path key, Path out) {}

  /**
   * What was signed.
   *
   * @param standing whether the gate will count it, judged by the estate's trusted keys
   */
  public record Signed(Approval approval, EvidenceItem standing) {}

  /**
   * Signs and writes, also when the estate will not count it: the result says so.
   *
   * @param now the time of the answer
   * @throws InputRejected with everything that is wrong with the estate, the change or the key
   */
  public Signed run(Request request, Answered answered, Instant now) {
    Estate estate = DecideChange.estate(request.estate()).estate();
    ReadChange change = DecideChange.change(request.change(), estate);
    SigningKey key =
        LedgerFiles.reading(request.key(), file -> SigningKey.parse(Files.readString(file)));
    Approval approval = approval(change.request(), answered, now);
    Envelope envelope = new EvidenceSigner().sign(approval, key);
    SignEvidence.write(envelope, request.out());
    EvidenceFile file = new EvidenceFile(ChangeFiles.nameOf(request.out()), envelope.toJson());
    return new Signed(approval, EvidenceBook.of(List.of(file), estate, now).items().getFirst());
  }

  /** The answer to exactly this version of a change. */
  static Approval approval(ChangeRequest request, Answered answered, Instant now) {
    return new Approval(
        request.name(),
        request.digest(),
        request.change().environment(),
        answered.person(),
        answered.role(),
        answered.plant(),
        answered.answer(),
        answered.comment(),
        now);
  }
}
