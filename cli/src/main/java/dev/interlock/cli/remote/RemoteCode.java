package dev.interlock.cli.remote;

/**
 * Every way in which asking a server fails of its own, with its permanent code; a retired code is
 * never used again. Where the server names a code itself, that one is shown.
 */
public enum RemoteCode {
  /** The address of the server can't be used. */
  BAD_ADDRESS("CLI030"),
  /** There is no token, or one that can't be. */
  NO_TOKEN("CLI031"),
  /** The server can't be reached. */
  UNREACHABLE("CLI032"),
  /** The server does not know the token. */
  UNKNOWN_TOKEN("CLI033"),
  /** The token may not do this. */
  NOT_ALLOWED("CLI034"),
  /** The server does not have what was asked for. */
  NOT_THERE("CLI035"),
  /** The server does not take what was sent. */
  NOT_TAKEN("CLI036"),
  /** More was sent than the server takes. */
  TOO_LARGE("CLI037"),
  /** The server can't answer at the moment. */
  UNAVAILABLE("CLI038"),
  /** The answer is not one of Interlock's. */
  NOT_UNDERSTOOD("CLI039"),
  /** The server has another version of the change. */
  OTHER_VERSION("CLI040"),
  /** The drill of a server did not come to its end. */
  DRILL_UNFINISHED("CLI041");

  private final String code;

  RemoteCode(String code) {
    this.code = code;
  }

  /** Its name in messages. */
  public String code() {
    return code;
  }
}
