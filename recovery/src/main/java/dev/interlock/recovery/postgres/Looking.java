package dev.interlock.recovery.postgres;

import java.time.Duration;

/**
 * Looks again and again, on a thread of its own, how far something is that does not tell. Who can't
 * look is no reason to stop the work: looking ends with the first exception.
 */
public final class Looking implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Thread thread;

  private Looking(Look look) {
    thread = Thread.ofVirtual().name("looking").start(() -> goOn(look));
  }

  /** One look. */
  @FunctionalInterface
  public interface Look {
    /** Looks, and tells what it saw. */
    void look() throws Exception;
  }

  /** Looks until it is closed. */
  public static Looking at(Look look) {
    return new Looking(look);
  }

  private static void goOn(Look look) {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        look.look();
      }
    } catch (Exception _) {
      // It was closed, or nothing can be seen.
    }
  }

  /** Returns when nobody looks any more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
