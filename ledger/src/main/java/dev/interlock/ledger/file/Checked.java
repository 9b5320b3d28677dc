package dev.interlock.ledger.file;

import dev.interlock.ledger.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A frame with what was found out about it on its own.
 *
 * @param leafHash for an entry, else null
 * @param checkpoint for a readable checkpoint, else null
 * @param problem why the content does not hold, or null
 * @param signature what is known of an envelope's signatures
 */
@SuppressWarnings("ArrayRecordComponent") // one for each entry: a wrapper would double the cost
record Checked(
    Frame frame,
    byte @Nullable [] leafHash,
    @Nullable SignedCheckpoint checkpoint,
    @Nullable String problem,
    Signed signature) {

  /** What is known of the signatures of an entry. */
  enum Signed {
    /** Not an envelope, or no keys were given to check it with. */
    NOT_CHECKED,
    /** An envelope that one of the keys signed. */
    YES,
    /** An envelope that none of the keys claims to have signed. */
    BY_OTHERS
  }
}
