package dev.interlock.azure.signin;

/** No token was to be had. */
public final class NotSignedIn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotSignedIn(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
