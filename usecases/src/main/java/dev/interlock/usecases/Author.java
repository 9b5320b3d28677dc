package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to a registered change, and when.
 *
 * @param account the person of the estate behind it, or the account where nobody stands behind it
 * @param at when
 * @param key tells the same request sent again from a new one; null when nobody cares
 */
public record Author(String account, Instant at, @Nullable String key) {

  /** To the microsecond, as the register keeps it: nothing is stated after it was filed. */
  public Author {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Without a key. */
  public Author(String account, Instant at) {
    this(account, at, null);
  }

  /** The retry of a request that says this. */
  NewEvent.@Nullable Retry retry(String... request) {
    String said = String.join("\n", request);
    return key == null
        ? null
        : new NewEvent.Retry(key, ChangeDigest.sha256(said.getBytes(StandardCharsets.UTF_8)));
  }
}
