package dev.interlock.changes;

/** The register did not take an event; nothing was changed. */
public final class RegisterRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RegisterCode code;

  /** A refusal in words for the person who asked. */
  public RegisterRefused(RegisterCode code, String message) {
    super(message);
    this.code = code;
  }

  /** Why, for programs. */
  public RegisterCode code() {
    return code;
  }
}
