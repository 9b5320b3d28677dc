package dev.interlock.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event to append.
 *
 * @param says what happened
 * @param account who did it
 * @param at when, to the microsecond
 * @param seen the version of the change that its author saw, counted from 1; 0 for a change that is
 *     new and for evidence that is about no single change
 * @param retry tells the same request sent again from a new one; null when nobody cares
 */
public record NewEvent(
    RegisterEvent says, String account, Instant at, int seen, @Nullable Retry retry) {

  public NewEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Sent again with the same key and fingerprint, a request appends nothing more.
   *
   * @param key chosen by the author
   * @param fingerprint of the request: another one under the same key is refused
   */
  public record Retry(String key, String fingerprint) {

    private static final int LONGEST_KEY = 200;

    public Retry {
      if (key.isEmpty() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
        throw new RegisterRefused(
            RegisterCode.BAD_KEY,
            "an idempotency key has 1 to " + LONGEST_KEY + " characters, this one " + key.length());
      }
    }
  }
}
