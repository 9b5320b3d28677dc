package dev.interlock.ledger;

/**
 * Every way in which this module refuses, with its permanent code. A retired code is never reused.
 */
public enum LedgerError {
  /** The file is something else, or its header is gone. */
  NOT_A_LEDGER("LED001", Kind.INPUT),
  /** Bytes that were acknowledged have changed or are missing; nothing was repaired. */
  CORRUPTED("LED002", Kind.EVIDENCE),
  /** Another process (or another part of this one) has the ledger open for writing. */
  IN_USE("LED003", Kind.OUTSIDE),
  /** Reading or writing failed for a reason outside. */
  STORAGE_FAILED("LED004", Kind.OUTSIDE),
  /** The disk or quota is full; nothing of the append was kept. */
  NO_SPACE("LED005", Kind.OUTSIDE),
  /** The file or directory may not be read or written by this user. */
  NOT_PERMITTED("LED006", Kind.OUTSIDE),
  /** An entry is larger than an entry may be. */
  ENTRY_TOO_LARGE("LED007", Kind.INPUT),
  /** The ledger was closed, or an earlier write failed so that its state on disk is not known. */
  CLOSED("LED008", Kind.OUTSIDE),
  /** The key does not fit: the ledger is signed by another one. */
  WRONG_KEY("LED009", Kind.INPUT),
  /** A key cannot be read. */
  BAD_KEY("LED010", Kind.INPUT),
  /** Not a DSSE envelope. */
  BAD_ENVELOPE("LED011", Kind.INPUT),
  /** Not an in-toto Statement v1. */
  BAD_STATEMENT("LED012", Kind.INPUT),
  /** Not a signed checkpoint. */
  BAD_CHECKPOINT("LED013", Kind.INPUT),
  /** Not an evidence pack, or one that is built to harm. */
  BAD_PACK("LED014", Kind.INPUT),
  /** There is no such file. */
  NOT_FOUND("LED015", Kind.INPUT),
  /** Not an inclusion proof in text form. */
  BAD_PROOF("LED016", Kind.INPUT),
  /** A directory, a pipe or a device stands where a file is wanted. */
  NOT_A_FILE("LED017", Kind.INPUT),
  /** The database, or the role in it, could lose or change what the ledger keeps. */
  UNSAFE_DATABASE("LED018", Kind.INPUT);

  /** Who has to act. */
  public enum Kind {
    /** What was given is wrong: exit code 2. */
    INPUT,
    /** Disk, permissions, another process: exit code 3. */
    OUTSIDE,
    /** The evidence does not hold: exit code 1. */
    EVIDENCE
  }

  private final String code;
  private final Kind kind;

  LedgerError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /** The permanent code, such as {@code LED002}. */
  public String code() {
    return code;
  }

  /** Who has to act. */
  public Kind kind() {
    return kind;
  }
}
