package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Person;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.recovery.OldLog;
import dev.interlock.recovery.RetentionVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a second person agreed to exactly this removal or release: not the one who does it, by a
 * key of that person, within the day before.
 */
final class SecondPerson {

  private static final Duration VALID = Duration.ofDays(1);

  private final Estate estate;
  private final Instant now;

  SecondPerson(Estate estate, Instant now) {
    this.estate = estate;
    this.now = now;
  }

  /**
   * What two persons must agree to.
   *
   * @param what in a word
   * @param digest of exactly what is done
   */
  record Matter(String what, String environment, String digest) {

    static Matter removal(String environment, String digest) {
      return new Matter("removal", environment, digest);
    }

    static Matter release(String environment, String digest) {
      return new Matter("release", environment, digest);
    }

    /** What an approval says it is of. */
    String subject() {
      return what + "/" + environment;
    }
  }

  /** Changes with every backup that is added to the list or taken from it, and with each log. */
  static String digest(List<RetentionVerdict> going, List<OldLog> logs) {
    return digest(
        Stream.concat(
                going.stream().map(it -> it.id() + " " + it.manifest()),
                logs.stream().map(it -> "wal/" + it.system() + " before " + it.before()))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }

  /** Of a list. */
  static String digest(String list) {
    return "sha256:" + PackFiles.sha256(list.getBytes(StandardCharsets.UTF_8));
  }

  /** The persons that a key of the estate belongs to; none for a system's, or an unknown one. */
  List<String> owners(SigningKey key) {
    String raw = key.verificationKey().toBase64();
    return estate.all(TrustedKey.class).values().stream()
        .filter(trusted -> VerificationKey.parse(trusted.publicKey()).toBase64().equals(raw))
        .flatMap(trusted -> trusted.persons().stream())
        .distinct()
        .toList();
  }

  /**
   * The person who agreed.
   *
   * @param approval file with the signed approval; null when none was named
   * @param runner key of who does it
   * @throws InputRejected when nobody else agreed to this
   */
  String require(@Nullable Path approval, Matter matter, SigningKey runner) {
    List<String> owners = owners(runner);
    String what = "this " + matter.what();
    if (owners.isEmpty()) {
      throw refused("--key", what + " needs two persons; the key belongs to none", null);
    }
    if (approval == null) {
      throw refused(
          "--approval",
          what + " needs the approval of a second person",
          "interlock backup approve, with the same options");
    }
    byte[] content = content(approval);
    String why = refusal(content, matter, owners, now);
    if (!why.isEmpty()) {
      throw refused(approval.toString(), why, null);
    }
    return ((Approval) Objects.requireNonNull(items(content).getFirst().predicate())).person();
  }

  /** What a file with an approval holds. */
  static byte[] content(@Nullable Path approval) {
    return LedgerFiles.reading(Objects.requireNonNull(approval), Files::readAllBytes);
  }

  /**
   * Why an approval does not count for this; empty when it does.
   *
   * @param approval signed
   * @param owners persons whose key did it
   * @param done when it was done
   */
  String refusal(byte[] approval, Matter matter, List<String> owners, Instant done) {
    List<EvidenceItem> items = items(approval);
    if (items.size() != 1) {
      return "expected one signed approval";
    }
    EvidenceItem item = items.getFirst();
    if (item.standing() instanceof Standing.Untrusted untrusted) {
      return "it does not count: " + untrusted.message();
    }
    if (owners.isEmpty()) {
      return "it was done with a key that belongs to no person";
    }
    return item.predicate() instanceof Approval says
        ? why(says, matter, owners, done)
        : "this is no approval";
  }

  private String why(Approval says, Matter matter, List<String> owners, Instant done) {
    if (!says.change().equals(matter.subject())
        || !says.environment().equals(matter.environment())) {
      return "it is of " + says.change() + " in " + says.environment();
    }
    if (!says.changeDigest().equals(matter.digest())) {
      return "it is of another list of backups; what would be done has changed since";
    }
    if (says.answer() != Answer.APPROVE) {
      return says.person() + " refused it";
    }
    if (says.at().plus(VALID).isBefore(done) || says.at().isAfter(done)) {
      return "it is of " + says.at() + ", and an approval is good for a day";
    }
    if (estate.find(Person.class, says.person()).isEmpty()) {
      return "it must name the person as the estate does, not by an account";
    }
    return owners.contains(says.person())
        ? says.person() + " can't agree to what the own key removes"
        : "";
  }

  private List<EvidenceItem> items(byte[] approval) {
    EvidenceFile file = new EvidenceFile("approval", Bytes.of(approval));
    return EvidenceBook.of(List.of(file), estate, now).items();
  }

  /**
   * Agrees to exactly this.
   *
   * @param person as the estate names it
   * @param role in which the person agrees
   * @param key file of that person's private key
   * @param out file that the signed approval goes to; must not exist
   * @return why it will not count; empty when it will
   */
  String agree(Matter matter, String person, String role, Path key, Path out) {
    NewFile.require(out);
    SigningKey signer = LedgerFiles.signingKey(key);
    Approval approval =
        new Approval(
            matter.subject(),
            matter.digest(),
            matter.environment(),
            person,
            role,
            null,
            Answer.APPROVE,
            null,
            now);
    Envelope envelope = new EvidenceSigner().sign(approval, signer);
    SignEvidence.write(envelope, out);
    return new BackupManifests(estate, now).reason(envelope);
  }

  private static InputRejected refused(String where, String why, @Nullable String hint) {
    return new InputRejected(ActionCode.NOT_APPROVED.code(), where, why, hint);
  }
}
