package dev.interlock.ledger.note;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import java.util.List;

/**
 * A text with signatures (C2SP signed-note).
 *
 * @param text what is signed, ending in a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  private static final int MAX_SIGNATURES = 100;

  /** Copies the signatures. */
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** Signs a text. */
  public static SignedNote sign(String keyName, String text, SigningKey key) {
    return new SignedNote(text, List.of(NoteSignature.sign(keyName, text, key)));
  }

  /** Reads a note; the last empty line stands between text and signatures. */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw bad("expected a text, an empty line and signature lines, each ending in a newline");
    }
    if (!NoteText.isText(note)) {
      throw bad("it has a control character");
    }
    List<String> lines = List.of(note.substring(blank + 2, note.length() - 1).split("\n", -1));
    if (lines.size() > MAX_SIGNATURES) {
      throw bad("it has more than " + MAX_SIGNATURES + " signatures");
    }
    return new SignedNote(
        note.substring(0, blank + 1), lines.stream().map(NoteSignature::parse).toList());
  }

  /** The whole note. */
  public String note() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }

  /**
   * True when the key, known under the name, signed the text. A signature that claims to be the
   * key's and is not spoils the note.
   */
  public boolean signedBy(String keyName, VerificationKey key) {
    List<NoteSignature> claimed = signatures.stream().filter(s -> s.claims(keyName, key)).toList();
    return !claimed.isEmpty() && claimed.stream().allMatch(s -> s.holds(text, key));
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_CHECKPOINT, "not a signed note: " + why);
  }
}
