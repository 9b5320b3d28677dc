package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of digests, in the form of {@code sha256sum}. */
final class Manifest {

  private static final int DIGITS = 64;

  private Manifest() {}

  /** Name to SHA-256 in lower-case hex. */
  static SortedMap<String, String> parse(Bytes utf8) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String line : utf8.utf8().split("\n")) {
      boolean wellFormed =
          line.length() > DIGITS + 2
              && line.startsWith("  ", DIGITS)
              && line.chars().limit(DIGITS).allMatch(c -> HexFormat.isHexDigit(c));
      if (!wellFormed
          || digests.put(line.substring(DIGITS + 2), line.substring(0, DIGITS)) != null) {
        throw new LedgerException(
            LedgerError.BAD_PACK, PackNames.MANIFEST + " has a malformed or repeated line");
      }
    }
    return digests;
  }
}
