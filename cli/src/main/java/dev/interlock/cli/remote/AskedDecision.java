package dev.interlock.cli.remote;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision;
import dev.interlock.changes.MissingApproval;
import java.util.List;
import java.util.Locale;

/**
 * A decision that the server gave and recorded.
 *
 * @param digest of the version that was decided
 * @param decision the answer
 * @param missing the approvals it still waits for
 * @param pack where everything it was derived from can be fetched, below the API
 */
public record AskedDecision(
    String digest, Decision decision, List<MissingApproval> missing, String pack) {

  public AskedDecision {
    missing = List.copyOf(missing);
  }

  static AskedDecision of(Part answer) {
    return new AskedDecision(
        answer.text("digest"),
        decision(answer),
        answer.parts("missing").stream().map(AskedDecision::missing).toList(),
        answer.word("pack", AskedDecision::belowApi));
  }

  private static Decision decision(Part answer) {
    return new Decision(
        answer.word("decision", word -> Decision.Outcome.valueOf(upper(word))),
        answer.text("tier"),
        answer.instant("at"),
        answer.instantOrNull("notBefore"),
        answer.instant("expires"),
        answer.parts("contacts").stream().map(AskedDecision::contact).toList());
  }

  private static Contact contact(Part contact) {
    return new Contact(
        contact.text("name"),
        contact.word("state", word -> Contact.State.valueOf(upper(word))),
        contact.text("reason"),
        contact.instantOrNull("closesAt"),
        contact.texts("evidence"));
  }

  private static MissingApproval missing(Part missing) {
    return new MissingApproval(
        missing.text("role"), missing.textOrNull("plant"), missing.texts("candidates"));
  }

  /** Nothing that a server says sends the token elsewhere. */
  private static String belowApi(String path) {
    if (!path.startsWith(Api.ROOT + "/changes/")) {
      throw new IllegalArgumentException(path);
    }
    return path.substring(Api.ROOT.length());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
