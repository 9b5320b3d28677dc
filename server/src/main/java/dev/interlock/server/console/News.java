package dev.interlock.server.console;

import dev.interlock.server.drills.Drills;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ListRegistered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the board has changed, by server-sent events. The board is looked at once
 * for all of them, and only while somebody watches.
 */
@Component
final class News implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(News.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int MOST = 1000;

  /** Proxies cut a connection on which nothing is heard for a minute. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

  private final Queue queue;
  private final CurrentEstate estate;
  private final Drills drills;
  private final InstantSource clock;
  private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
  private final Thread watcher;
  private String known = "";
  private String knownDrills = "";
  private Instant heard = Instant.MIN;
  private volatile boolean running;

  News(Queue queue, CurrentEstate estate, Drills drills, InstantSource clock) {
    this.queue = queue;
    this.estate = estate;
    this.drills = drills;
    this.clock = clock;
    watcher = Thread.ofVirtual().name("news").unstarted(this::watch);
  }

  @Override
  public void start() {
    running = true;
    watcher.start();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One more page that wants to know; ended at once when there are too many already. */
  SseEmitter listen() {
    SseEmitter listener = new SseEmitter(0L);
    if (running && listeners.size() < MOST) {
      listeners.add(listener);
      listener.onCompletion(() -> listeners.remove(listener));
      listener.onError(_ -> listeners.remove(listener));
      listener.onTimeout(() -> listeners.remove(listener));
      greet(listener);
    } else {
      listener.complete();
    }
    return listener;
  }

  /** So that the page knows at once that it is connected. */
  private void greet(SseEmitter listener) {
    if (!reached(listener, SseEmitter.event().comment("listening").build())) {
      listeners.remove(listener);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      Instant now = clock.instant();
      String state = state(now);
      if (!state.equals(known)) {
        known = state;
        tell(SseEmitter.event().name("board").data("changed"), now);
      } else if (heard.plus(SIGN_OF_LIFE).isBefore(now)) {
        tell(SseEmitter.event().comment("still here"), now);
      }
      tellOfDrills(now);
    } catch (RuntimeException e) {
      LOG.warn("the board could not be looked at: {}", e.getMessage());
    }
  }

  /** Apart from the board: a drill that runs gets on every moment. */
  private void tellOfDrills(Instant now) {
    String state = drills.state();
    if (!state.equals(knownDrills)) {
      knownDrills = state;
      tell(SseEmitter.event().name("drill").data("changed"), now);
    }
  }

  /** Whatever the board shows is in these words; minutes because windows open and close. */
  private String state(Instant now) {
    StringBuilder words = new StringBuilder(estate.state().loaded().digest());
    words.append(estate.state().trouble()).append(now.truncatedTo(ChronoUnit.MINUTES));
    words.append(queue.list(ListRegistered.Filter.all(), null, 1).open());
    return words.append(queue.position()).toString();
  }

  private void tell(SseEmitter.SseEventBuilder event, Instant now) {
    heard = now;
    Set<DataWithMediaType> data = event.build();
    listeners.removeIf(listener -> !reached(listener, data));
  }

  /** False when the page was closed. */
  private static boolean reached(SseEmitter listener, Set<DataWithMediaType> data) {
    try {
      listener.send(data);
      return true;
    } catch (IOException | IllegalStateException _) {
      return false;
    }
  }

  /**
   * Before the web server stops, as everything with a lifecycle does: it would wait for connections
   * that are open, and then cut them off as late.
   */
  @Override
  public void stop() {
    running = false;
    watcher.interrupt();
    listeners.forEach(News::end);
  }

  private static void end(SseEmitter listener) {
    try {
      listener.complete();
    } catch (IllegalStateException _) {
      // The page was closed at the same moment.
    }
  }
}
