package dev.interlock.finding;

/**
 * Something outside failed: a disk, a database, a network. Neither a bug nor bad input; ends a
 * command with exit code 3.
 */
public final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A fault with its cause.
   *
   * @param code permanent, such as {@code LED001}
   * @param message what failed and what the user can do
   */
  public Fault(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** A fault without a cause worth showing. */
  public Fault(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The permanent code. */
  public String code() {
    return code;
  }
}
