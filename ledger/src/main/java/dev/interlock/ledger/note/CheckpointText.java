package dev.interlock.ledger.note;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Checkpoint;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.merkle.Hasher;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The note text of a checkpoint (C2SP tlog-checkpoint, section Note text). */
public final class CheckpointText {

  private static final int MAX_ORIGIN = 200;

  private CheckpointText() {}

  /** Reads the text, which ends in a newline. */
  public static Checkpoint read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3) {
      throw bad("it has fewer than the three lines origin, size and root");
    }
    return new Checkpoint(
        lines.get(0), size(lines.get(1)), root(lines.get(2)), lines.subList(3, lines.size()));
  }

  /** Writes the text. */
  public static String write(Checkpoint checkpoint) {
    StringBuilder text = new StringBuilder();
    text.append(checkpoint.origin()).append('\n');
    text.append(checkpoint.size()).append('\n');
    text.append(checkpoint.root().base64()).append('\n');
    checkpoint.extensions().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** What every checkpoint keeps to. */
  public static void check(String origin, long size, Bytes root, List<String> extensions) {
    if (!NoteText.isKeyName(origin) || origin.length() > MAX_ORIGIN) {
      throw bad("the origin is empty, longer than " + MAX_ORIGIN + ", or has a space or a plus");
    }
    if (size < 0) {
      throw bad("the size is negative");
    }
    if (root.length() != Hasher.LENGTH) {
      throw bad("the root has " + root.length() + " bytes instead of 32");
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || !NoteText.isLine(line))) {
      throw bad("an extension line is empty or has a control character");
    }
  }

  /** Bytes in standard base64; empty when it is none. */
  public static Optional<Bytes> bytes(String text) {
    return NoteText.base64(text);
  }

  /** An instant in ISO 8601; empty when it is none. */
  public static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long size(String digits) {
    if (!isDecimal(digits)
        || digits.length() > 18
        || (digits.length() > 1 && digits.startsWith("0"))) {
      throw bad("the size is no decimal number without leading zeros");
    }
    return Long.parseLong(digits);
  }

  private static boolean isDecimal(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  private static Bytes root(String base64) {
    return NoteText.base64(base64).orElseThrow(() -> bad("the root is not base64"));
  }

  private static LedgerException bad(String why) {
    return new LedgerException(LedgerError.BAD_CHECKPOINT, "not a checkpoint: " + why);
  }
}
