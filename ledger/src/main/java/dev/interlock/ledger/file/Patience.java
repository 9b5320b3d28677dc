package dev.interlock.ledger.file;

import java.time.Duration;

/**
 * How long a reader waits for the checkpoint over entries that it sees at the end of a file: a
 * writer at work is between the two most of the time.
 *
 * @param rounds how often it looks again
 * @param interval how long it waits before
 */
public record Patience(int rounds, Duration interval) {

  /** Takes the file as it is. */
  public static final Patience NONE = new Patience(0, Duration.ZERO);

  /** Long enough for a disk that is busy. */
  public static final Patience USUAL = new Patience(20, Duration.ofMillis(50));

  /** Waits once; false when the thread was asked to end instead. */
  boolean pause() {
    try {
      Thread.sleep(interval);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
