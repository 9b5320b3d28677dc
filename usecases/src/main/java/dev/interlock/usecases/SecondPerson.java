package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Person;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.recovery.RetentionVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a second person agreed to exactly this removal: not the one who runs it, by a key of that
 * person, within the last day.
 */
final class SecondPerson {

  private static final Duration VALID = Duration.ofDays(1);

  private final Estate estate;
  private final Instant now;

  SecondPerson(Estate estate, Instant now) {
    this.estate = estate;
    this.now = now;
  }

  /** What an approval of a removal says it is of. */
  static String subject(String environment) {
    return "removal/" + environment;
  }

  /** Changes with every backup that is added to the list or taken from it. */
  static String digest(List<RetentionVerdict> going) {
    String list =
        going.stream()
            .map(it -> it.id() + " " + it.manifest() + "\n")
            .collect(Collectors.joining());
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
   * @param digest of exactly what is removed
   * @param runner key of who removes
   * @throws InputRejected when nobody else agreed to this
   */
  String require(@Nullable Path approval, String environment, String digest, SigningKey runner) {
    List<String> owners = owners(runner);
    if (owners.isEmpty()) {
      throw refused("--key", "this removal needs two persons; the key belongs to none", null);
    }
    if (approval == null) {
      throw refused(
          "--approval",
          "this removal needs the approval of a second person",
          "interlock backup approve, with the same options");
    }
    EvidenceItem item = item(approval);
    if (item.standing() instanceof Standing.Untrusted untrusted) {
      throw refused(approval.toString(), "it does not count: " + untrusted.message(), null);
    }
    String why =
        item.predicate() instanceof Approval says
            ? why(says, environment, digest, owners)
            : "this is no approval";
    if (!why.isEmpty()) {
      throw refused(approval.toString(), why, null);
    }
    return ((Approval) Objects.requireNonNull(item.predicate())).person();
  }

  private String why(Approval says, String environment, String digest, List<String> owners) {
    if (!says.change().equals(subject(environment)) || !says.environment().equals(environment)) {
      return "it is of " + says.change() + " in " + says.environment();
    }
    if (!says.changeDigest().equals(digest)) {
      return "it is of another list of backups; what would be removed has changed since";
    }
    if (says.answer() != Answer.APPROVE) {
      return says.person() + " refused it";
    }
    if (says.at().plus(VALID).isBefore(now)) {
      return "it is of " + says.at() + ", and an approval is good for a day";
    }
    if (estate.find(Person.class, says.person()).isEmpty()) {
      return "it must name the person as the estate does, not by an account";
    }
    return owners.contains(says.person())
        ? says.person() + " can't agree to what the own key removes"
        : "";
  }

  private EvidenceItem item(Path file) {
    Bytes content = Bytes.of(LedgerFiles.reading(file, Files::readAllBytes));
    List<EvidenceItem> items =
        EvidenceBook.of(List.of(new EvidenceFile(file.toString(), content)), estate, now).items();
    if (items.size() != 1) {
      throw refused(file.toString(), "expected one signed approval", null);
    }
    return items.getFirst();
  }

  private static InputRejected refused(String where, String why, @Nullable String hint) {
    return new InputRejected(ActionCode.NOT_APPROVED.code(), where, why, hint);
  }
}
