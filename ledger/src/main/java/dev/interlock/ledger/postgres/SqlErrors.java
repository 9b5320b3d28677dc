package dev.interlock.ledger.postgres;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a complaint of the database means to the user. */
final class SqlErrors {

  private SqlErrors() {}

  /**
   * The exception to throw when nothing was changed.
   *
   * @param doing what failed, a verb such as {@code read}
   */
  static LedgerException of(String doing, RuntimeException failure) {
    @Nullable SQLException cause = root(failure);
    return new LedgerException(
        classify(state(cause)),
        "PostgreSQL: cannot " + doing + ": " + reason(cause, failure),
        cause == null ? failure : cause);
  }

  /** The exception to throw when nobody knows whether a commit took place. */
  static LedgerException unconfirmed(String doing, RuntimeException failure) {
    @Nullable SQLException cause = root(failure);
    return new LedgerException(
        LedgerError.STORAGE_FAILED,
        "PostgreSQL: cannot confirm the "
            + doing
            + ": the connection failed while it was being committed, so it may stand in the ledger;"
            + " look before you try again: "
            + reason(cause, failure),
        cause == null ? failure : cause);
  }

  /** The five characters that say what went wrong; empty when there are none. */
  static String state(RuntimeException failure) {
    return state(root(failure));
  }

  private static String state(@Nullable SQLException cause) {
    return cause == null || cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  private static LedgerError classify(String state) {
    return switch (state) {
      case "55P03" -> LedgerError.IN_USE;
      case "53100" -> LedgerError.NO_SPACE;
      case "42501", "25006", "28000", "28P01" -> LedgerError.NOT_PERMITTED;
      case "42P01", "3F000" -> LedgerError.NOT_FOUND;
      default -> LedgerError.STORAGE_FAILED;
    };
  }

  private static String reason(@Nullable SQLException cause, RuntimeException failure) {
    return switch (state(cause)) {
      case "42P01", "3F000" -> "this database holds no ledger yet; migrate it first";
      case "25006" -> "this server only reads, as a standby does; connect to the primary";
      case "57014" -> "it took too long and was given up";
      default -> firstLine(cause == null ? failure : cause);
    };
  }

  /** The rest of a message may repeat whole entries. */
  private static String firstLine(Exception cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason was given");
  }

  /** The innermost complaint: a batch wraps it in one that repeats the statement. */
  private static @Nullable SQLException root(RuntimeException failure) {
    @Nullable SQLException found = null;
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        found = sql.getNextException() == null ? sql : sql.getNextException();
      }
    }
    return found;
  }
}
