package dev.interlock.server.security.signin;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Somebody has to wait before trying again. */
public final class TooManyAttempts extends AuthenticationException {

  private final Instant until;

  /** Until then nobody is let in. */
  public TooManyAttempts(Instant until) {
    super("too many attempts");
    this.until = until;
  }

  /** When to try again. */
  public Instant until() {
    return until;
  }
}
