package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterEvent.EvidenceReceived;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Standing;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.SigningKey;
import dev.interlock.usecases.ApproveChange.Answered;
import dev.interlock.usecases.FileEvidence.Filed;
import org.jspecify.annotations.Nullable;

/**
 * Approves or refuses a registered change as a person who has signed in: the server's own key signs
 * for the person. Whether the answer counts is the gate's to say, and told; but nobody answers what
 * was filed in the same name.
 */
public final class AnswerChange {

  private final ChangeBook book;
  private final SigningKey key;

  /**
   * Answers in this book.
   *
   * @param key counts where the estate has a TrustedKey for it with {@code signsIn}
   */
  public AnswerChange(ChangeBook book, SigningKey key) {
    this.book = book;
    this.key = key;
  }

  /**
   * What was filed.
   *
   * @param unheard why the gate will not hear it and what would help, in a sentence or two; null
   *     when it will
   */
  public record Result(FileEvidence.Filed filed, @Nullable String unheard) {}

  /**
   * Signs and files the answer, also when the gate will not hear it: the result says so.
   *
   * @param seen digest of the version that the person saw
   * @param answered its person is the one who has signed in
   * @throws RegisterRefused when it has moved on or is over, or the person filed it
   */
  public Result run(
      String name, String seen, Answered answered, EstateInForce estate, Author author)
      throws RegisterRefused {
    RegisteredChange change = book.require(name);
    int number = ChangeBook.seen(change, seen);
    requireAnother(change, answered.person());
    try (FiledFiles files = FiledFiles.of(book, change.version())) {
      ChangeRequest request = files.read(estate.loaded().estate()).request();
      Approval approval = ApproveChange.approval(request, answered, author.at());
      Bytes envelope = new EvidenceSigner().sign(approval, key).toJson();
      NewEvent event = event(name, number, answered, envelope, author);
      Filed filed = new FileEvidence(book).append(event, envelope, estate);
      return new Result(filed, unheard(filed, estate, request, approval));
    }
  }

  private static @Nullable String unheard(
      Filed filed, EstateInForce estate, ChangeRequest request, Approval approval) {
    return switch (filed.item().standing()) {
      case Standing.Untrusted untrusted ->
          untrusted.message()
              + "; the estate needs a TrustedKey with signsIn for the key of this server";
      case Standing.Trusted _ ->
          estate
              .gate()
              .unheard(request, approval)
              .map(why -> why + "; answer in a role in which you are asked, or leave it to them")
              .orElse(null);
    };
  }

  private static NewEvent event(
      String name, int seen, Answered answered, Bytes envelope, Author author) {
    return new NewEvent(
        new EvidenceReceived(
            name, PredicateKind.APPROVAL.word(), ChangeDigest.sha256(envelope.toArray())),
        author.account(),
        author.at(),
        seen,
        author.retry("answer", name, String.valueOf(seen), answered.toString()));
  }

  private static void requireAnother(RegisteredChange change, String person) {
    boolean own =
        change.events().stream()
            .filter(event -> isVersion(event))
            .anyMatch(event -> event.account().equalsIgnoreCase(person));
    if (own) {
      throw new RegisterRefused(
          RegisterCode.OWN_CHANGE,
          person + " filed a version of " + change.name() + ": another person must answer it");
    }
  }

  private static boolean isVersion(RecordedEvent event) {
    return event.says() instanceof RegisterEvent.Filed
        || event.says() instanceof RegisterEvent.Revised;
  }
}
