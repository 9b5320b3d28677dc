package dev.interlock.ledger.append;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.util.List;

/** How large entries and appends may be, in every store alike: what fits one fits the others. */
public final class Limits {

  /** Largest entry in bytes. */
  public static final int MAX_ENTRY = 16 << 20;

  /** Most bytes that one commit writes, with all that a store puts around entries. */
  public static final int MAX_COMMIT = 64 << 20;

  /** Largest checkpoint note in bytes. */
  public static final int MAX_CHECKPOINT = 64 << 10;

  /** More than any store puts around an entry or a checkpoint, in bytes. */
  private static final int AROUND = 64;

  /** Most bytes of one append, so that a batch fits into one commit. */
  static final int MAX_BATCH = MAX_COMMIT - MAX_CHECKPOINT - AROUND;

  private Limits() {}

  /** How many bytes of a commit the entries of one append take; refuses what is too large. */
  static long bytes(List<Bytes> entries) {
    long bytes = entries.stream().mapToLong(entry -> AROUND + (long) entry.length()).sum();
    boolean small = entries.stream().allMatch(entry -> entry.length() <= MAX_ENTRY);
    if (!small || bytes > MAX_BATCH) {
      throw new LedgerException(
          LedgerError.ENTRY_TOO_LARGE,
          "an entry has at most 16 MiB and one append just under 64 MiB; put large files beside"
              + " the ledger and their digest into it");
    }
    return bytes;
  }
}
