package dev.interlock.ledger;

import java.util.Optional;

/**
 * What a verification of a ledger file found.
 *
 * @param origin the ledger's name
 * @param entries how many entries hold, from the beginning: a checkpoint that holds covers them
 * @param checkpoints how many checkpoints hold
 * @param latest the last checkpoint that holds; empty when there is none
 * @param envelopes what is known of the signatures inside those entries
 * @param failure the first thing that does not hold; empty when all does
 * @param tail what stands at the end and no checkpoint covers; empty when nothing, or when
 *     something failed
 */
public record Verification(
    String origin,
    long entries,
    long checkpoints,
    Optional<SignedCheckpoint> latest,
    Envelopes envelopes,
    Optional<Failure> failure,
    Optional<Tail> tail) {

  /** What it comes to. */
  public enum Answer {
    /** Every byte of the file is proven. */
    HOLDS,
    /** What checkpoints cover is proven; more stands behind it, for which nobody vouches. */
    HOLDS_IN_PART,
    /** Something was changed, taken away or put in. */
    DOES_NOT_HOLD
  }

  /**
   * Signatures of entries that are envelopes; both 0 when no keys were given.
   *
   * @param signed by one of the keys
   * @param byOthers by none of the keys, which is no failure
   */
  public record Envelopes(long signed, long byOthers) {}

  /**
   * The first thing that does not hold. Where only a checkpoint over several entries shows it, one
   * of the entries from {@code first} to {@code last} is the one.
   *
   * @param first index of the first entry in question
   * @param last index of the last entry in question
   * @param offset in the file, in bytes, where it shows
   * @param reason one sentence
   */
  public record Failure(long first, long last, long offset, String reason) {}

  /**
   * What no checkpoint covers. An interrupted write can have left it; so can anybody who may write
   * the file, without a key; and it may be the damaged rest of what was acknowledged. Which of the
   * three cannot be told from the file alone.
   *
   * @param offset where it begins
   * @param bytes how many, all together
   * @param entries how many whole entries it has
   * @param torn how many bytes at its end are no whole entry
   */
  public record Tail(long offset, long bytes, long entries, long torn) {}

  /** What it comes to. */
  public Answer answer() {
    if (failure.isPresent()) {
      return Answer.DOES_NOT_HOLD;
    }
    return tail.isPresent() ? Answer.HOLDS_IN_PART : Answer.HOLDS;
  }

  /** True when every byte of the file is proven. */
  public boolean holds() {
    return answer() == Answer.HOLDS;
  }
}
