package dev.interlock.recovery.s3store;

import java.util.Optional;

/** What names of objects begin with, where two rules say something of it. */
final class S3Prefixes {

  private S3Prefixes() {}

  /** True when an object can have a name that begins with both. */
  static boolean meet(String one, String other) {
    return both(one, other).isPresent();
  }

  /** What a name begins with that begins with both; empty when there is no such name. */
  static Optional<String> both(String one, String other) {
    if (one.startsWith(other)) {
      return Optional.of(one);
    }
    return other.startsWith(one) ? Optional.of(other) : Optional.empty();
  }
}
