package dev.interlock.azure;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Patience {

  /** Comes back after that time. */
  void await(Duration time);

  /** Lets the thread sleep. */
  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Azure", e);
    }
  }
}
