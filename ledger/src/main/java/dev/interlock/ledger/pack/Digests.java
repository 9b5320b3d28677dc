package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Finds the SHA-256 digests that an entry names, wherever in its text they stand. */
final class Digests {

  private static final int DIGITS = 64;

  private Digests() {}

  /** Every run of exactly 64 hex digits in the entry or, for an envelope, its payload. */
  static Set<String> in(Bytes entry) {
    String text = text(entry);
    Set<String> found = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean hex = i < text.length() && HexFormat.isHexDigit(text.charAt(i));
      if (!hex) {
        if (i - start == DIGITS) {
          found.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return found;
  }

  private static String text(Bytes entry) {
    try {
      return Envelope.parse(entry.toArray()).payload().utf8();
    } catch (LedgerException e) {
      return entry.utf8();
    }
  }
}
