package dev.interlock.server.findings;

import dev.interlock.changes.RegisteredChange;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks changes behind the back of whoever asked for the list, so that nobody waits for it. */
@Component
final class FindingsAhead {

  private static final Logger LOG = LoggerFactory.getLogger(FindingsAhead.class);

  private final KnownFindings known;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();

  FindingsAhead(KnownFindings known) {
    this.known = known;
  }

  /** Begins, unless it is at it already. */
  void check(List<RegisteredChange> changes, Instant now) {
    if (!changes.isEmpty() && !over.get() && busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("findings").start(() -> all(changes, now));
    }
  }

  private void all(List<RegisteredChange> changes, Instant now) {
    try {
      for (RegisteredChange change : changes) {
        if (over.get() || !known.roomy()) {
          return;
        }
        known.of(change, now);
      }
    } catch (RuntimeException e) {
      LOG.warn("changes could not be checked ahead: {}", e.getMessage());
    } finally {
      busy.set(false);
    }
  }

  /** The server ends. */
  @PreDestroy
  void stop() {
    over.set(true);
  }
}
