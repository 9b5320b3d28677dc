package dev.interlock.ledger;

import dev.interlock.ledger.note.NoteText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An inclusion proof together with the checkpoint it leads to, as text (C2SP tlog-proof).
 *
 * @param proof that the entry is in the tree of the checkpoint's size
 * @param checkpoint the state it is proven against
 */
public record EntryProof(InclusionProof proof, SignedCheckpoint checkpoint) {

  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final String EXTRA = "extra ";

  /** That an entry is in a ledger as its latest checkpoint has it. */
  public static EntryProof of(LedgerView ledger, long index) {
    SignedCheckpoint latest = ledger.checkpoint();
    return new EntryProof(ledger.inclusion(index, latest.checkpoint().size()), latest);
  }

  /** True when exactly this entry is in the ledger that one of the keys vouches for. */
  public boolean proves(Bytes entry, Collection<VerificationKey> trusted) {
    return checkpoint.signedBy(trusted) && proof.proves(entry, checkpoint.checkpoint().root());
  }

  /** The text, in UTF-8. */
  public Bytes write() {
    StringBuilder text = new StringBuilder(FIRST + "\n" + INDEX + proof.index() + "\n");
    proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
    return Bytes.utf8(text.append('\n').append(checkpoint.note()).toString());
  }

  /**
   * Reads a text.
   *
   * @throws LedgerException BAD_PROOF or BAD_CHECKPOINT
   */
  public static EntryProof parse(Bytes utf8) {
    String text = utf8.utf8();
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw bad("there is no empty line before the checkpoint");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
    if (!lines.removeFirst().equals(FIRST)) {
      throw bad("it does not begin with " + FIRST);
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      lines.removeFirst();
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw bad("there is no line with the index");
    }
    long index = index(lines.removeFirst().substring(INDEX.length()));
    SignedCheckpoint checkpoint =
        SignedCheckpoint.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
    long size = checkpoint.checkpoint().size();
    if (index >= size) {
      throw bad("entry " + index + " is beyond the checkpoint's " + size + " entries");
    }
    List<Bytes> path = lines.stream().map(EntryProof::hash).toList();
    return new EntryProof(new InclusionProof(index, size, path), checkpoint);
  }

  private static long index(String digits) {
    boolean decimal = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!decimal || digits.length() > 18 || (digits.length() > 1 && digits.startsWith("0"))) {
      throw bad("the index is no decimal number without leading zeros");
    }
    return Long.parseLong(digits);
  }

  private static Bytes hash(String base64) {
    return NoteText.base64(base64)
        .filter(hash -> hash.length() == 32)
        .orElseThrow(() -> bad("a line of the path is no hash in base64"));
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_PROOF, "not an inclusion proof: " + why);
  }
}
