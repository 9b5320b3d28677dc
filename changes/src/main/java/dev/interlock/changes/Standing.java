package dev.interlock.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a piece of evidence counts. */
public sealed interface Standing {

  /**
   * It counts.
   *
   * @param key the TrustedKey in the estate that signed it
   * @param until the instant from which it counts no more, as far as the estate says: the key ends
   *     or its owner leaves; null when none is in sight
   */
  record Trusted(String key, @Nullable Instant until) implements Standing {}

  /**
   * It does not count.
   *
   * @param reason for programs
   * @param message for people, a clause that follows "does not count: "
   * @param doubt what it may be about when it may be bad news that can't be read; null when it can
   *     simply be left out
   */
  record Untrusted(Reason reason, String message, @Nullable Doubt doubt) implements Standing {

    /** It can simply be left out. */
    public Untrusted(Reason reason, String message) {
      this(reason, message, null);
    }
  }

  /** Why evidence does not count. */
  enum Reason {
    /** The file is no evidence that can be read. */
    UNREADABLE,
    /** It is of a kind that the gate does not know. */
    UNKNOWN_KIND,
    /** It has no signature. */
    UNSIGNED,
    /** No key of the estate signed it. */
    UNKNOWN_KEY,
    /** It names a key of the estate, but the signature is not that key's over these bytes. */
    BAD_SIGNATURE,
    /** The key may not sign this kind of evidence. */
    WRONG_KIND_FOR_KEY,
    /** The key may not speak for that person, or the person is unknown or had left. */
    WRONG_PERSON,
    /** The key may not speak about that environment. */
    WRONG_ENVIRONMENT,
    /** The estate has no environment, or no budget, of the name that it speaks about. */
    UNKNOWN_PLACE,
    /** It was made before the key was valid, after it expired or was revoked, or in the future. */
    WRONG_TIME,
    /** The statement's subject is not what the predicate speaks about. */
    WRONG_SUBJECT
  }
}
