package dev.interlock.server.estate;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a newer estate from time to time, and when somebody says that there is one. */
public final class EstateWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EstateWatch.class);

  private final CurrentEstate estate;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("estate").factory());

  /** Begins to look, as often as this. */
  public EstateWatch(CurrentEstate estate, Duration every) {
    this.estate = estate;
    var _ =
        thread.scheduleWithFixedDelay(
            this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks soon; the caller does not wait. */
  public void soon() {
    thread.execute(this::look);
  }

  private void look() {
    try {
      var before = estate.state().trouble();
      if (estate.refresh()) {
        LOG.info("the estate is now {}", estate.state().revision());
      }
      var trouble = estate.state().trouble();
      if (!trouble.isEmpty() && !trouble.equals(before)) {
        LOG.warn("the last good estate stays in force: {}", trouble.getFirst());
      }
    } catch (RuntimeException e) {
      LOG.error("could not look for a newer estate", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
