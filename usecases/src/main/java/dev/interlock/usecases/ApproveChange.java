package dev.interlock.usecases;

import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.Standing;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.usecases.DecideChange.ReadChange;
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
   * @param complaint why the gate will not count it, judged by the estate's trusted keys and by
   *     whom it asks; null when it will
   */
  public record Signed(Approval approval, @Nullable String complaint) {}

  /**
   * Signs and writes, also when the estate will not count it: the result says so.
   *
   * @param now the time of the answer
   * @throws InputRejected with everything that is wrong with the estate, the change or the key
   */
  public Signed run(Request request, Answered answered, Instant now) {
    EstateInForce estate =
        new EstateInForce(DecideChange.estate(request.estate()), request.estate(), "");
    ReadChange change = DecideChange.change(request.change(), estate.loaded().estate());
    SigningKey key = LedgerFiles.signingKey(request.key());
    Approval approval = approval(change.request(), answered, now);
    Envelope envelope = new EvidenceSigner().sign(approval, key);
    SignEvidence.write(envelope, request.out());
    EvidenceFile file = new EvidenceFile(ChangeFiles.nameOf(request.out()), envelope.toJson());
    EvidenceItem item = estate.evidence().read(List.of(file), now).items().getFirst();
    return new Signed(approval, complaint(item, estate, change.request(), approval));
  }

  private static @Nullable String complaint(
      EvidenceItem item, EstateInForce estate, ChangeRequest change, Approval approval) {
    return switch (item.standing()) {
      case Standing.Trusted _ -> estate.gate().unheard(change, approval).orElse(null);
      case Standing.Untrusted untrusted -> untrusted.message();
    };
  }

  /**
   * Signs an answer to a change that a server judges: without the estate nobody here knows whether
   * it will count.
   *
   * @param key file of the person's private key, PEM
   * @param out file to write the envelope to as well, which must not exist; or null
   * @throws InputRejected when the key can't be used, or the file exists
   */
  public Envelope sign(
      ChangeToSend change, Answered answered, Path key, @Nullable Path out, Instant now) {
    SigningKey signer = LedgerFiles.signingKey(key);
    Envelope envelope =
        new EvidenceSigner().sign(approval(change.request(), answered, now), signer);
    if (out != null) {
      SignEvidence.write(envelope, out);
    }
    return envelope;
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
