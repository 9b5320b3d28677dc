package dev.interlock.ledger;

import java.util.Optional;

/**
 * What a verification of a ledger file found.
 *
 * @param origin the ledger's name
 * @param entries whole entries that hold, counted from the beginning
 * @param covered how many of them a good checkpoint covers; the rest is proven by none
 * @param checkpoints how many checkpoints hold
 * @param latest the last checkpoint that holds; empty when there is none
 * @param envelopes what is known of the signatures inside entries
 * @param failure the first thing that does not hold; empty when all does
 * @param tornTail what an interrupted write left at the end; empty when nothing
 */
public record Verification(
    String origin,
    long entries,
    long covered,
    long checkpoints,
    Optional<SignedCheckpoint> latest,
    Envelopes envelopes,
    Optional<Failure> failure,
    Optional<TornTail> tornTail) {

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
   * Bytes at the end that are no whole frame.
   *
   * @param offset where they begin
   * @param bytes how many
   */
  public record TornTail(long offset, long bytes) {}

  /**
   * True when nothing failed. A torn tail or uncovered entries are no failure: no acknowledgement
   * was given for them.
   */
  public boolean holds() {
    return failure.isEmpty();
  }
}
