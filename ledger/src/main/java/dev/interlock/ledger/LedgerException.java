package dev.interlock.ledger;

import org.jspecify.annotations.Nullable;

/** The one exception of this module; the error it carries says who has to act. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final LedgerError error;

  /**
   * An error with its cause.
   *
   * @param message one sentence for the user: what is wrong, where, and what can be done
   */
  public LedgerException(LedgerError error, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  /** An error without a cause worth showing. */
  public LedgerException(LedgerError error, String message) {
    this(error, message, null);
  }

  /** What went wrong, with its permanent code. */
  public LedgerError error() {
    return error;
  }
}
