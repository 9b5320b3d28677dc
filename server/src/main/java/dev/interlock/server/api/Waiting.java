package dev.interlock.server.api;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.server.observing.DecisionMeter;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.AskDecision;
import dev.interlock.usecases.AskDecision.Asked;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Waits for a decision to turn: asks again when something happened to a change, when evidence came
 * in, when another estate is in force, or when the instant has come that the decision named. Every
 * answer that is asked for is recorded; looking out for news is not. Runs on a virtual thread.
 */
@Component
class Waiting {

  private static final int LONGEST = 600;
  private static final Duration LOOK = Duration.ofMillis(250);

  private final ApiBasis basis;
  private final DecisionMeter meter;
  private volatile boolean stopping;

  Waiting(ApiBasis basis, DecisionMeter meter) {
    this.basis = basis;
    this.meter = meter;
  }

  /** Who waits gets the last answer when the server stops. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping = true;
  }

  /** The first answer that is not {@code wait}, or the last one when the time is over. */
  Asked ask(AskDecision asking, String name, SignedIn caller, int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST)).toNanos();
    News seen = news(name);
    Asked asked = once(asking, name, caller);
    while (!stopping && waits(asked) && System.nanoTime() < end && pause()) {
      News now = news(name);
      if (!now.equals(seen) || due(asked)) {
        asked = once(asking, name, caller);
        seen = now;
      }
    }
    return asked;
  }

  private Asked once(AskDecision asking, String name, SignedIn caller) {
    return meter.measure(() -> asking.run(name, basis.estate(), basis.author(caller, null)));
  }

  private record News(long position, String estate) {}

  /** Recorded decisions are no news: whoever waits would wake all others. */
  private News news(String name) {
    return new News(basis.book().news(basis.book().require(name)), basis.estate().digest());
  }

  private static boolean waits(Asked asked) {
    return asked.decided().decision().outcome() == Outcome.WAIT;
  }

  private boolean due(Asked asked) {
    Instant notBefore = asked.decided().decision().notBefore();
    return notBefore != null && !basis.now().isBefore(notBefore);
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
