package dev.interlock.server.console;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.ListRegistered.Filter;
import dev.interlock.usecases.ReadRegistered;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The changes that people ask for: the list as the gate last saw it, and single ones judged anew
 * when something happened, or after a minute.
 */
@Component
public final class Queue {

  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 500;

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final CurrentEstate estate;
  private final Map<String, Judged> judged = new ConcurrentHashMap<>();
  private final Map<String, Duration> durations = new ConcurrentHashMap<>();

  Queue(ChangeBook book, DecideRegistered deciding, CurrentEstate estate) {
    this.book = book;
    this.deciding = deciding;
    this.estate = estate;
  }

  private record Judged(Instant at, String estate, long news, DecidedChange decided) {

    boolean serves(Instant instant, String estateNow, long newsNow) {
      return estate.equals(estateNow)
          && news == newsNow
          && Duration.between(at, instant).abs().compareTo(FRESH) < 0;
    }
  }

  /** A part of the list, newest first, as the gate last saw each change. */
  public ListRegistered.Page list(Filter filter, @Nullable String cursor, int limit) {
    return new ListRegistered(book).run(filter, cursor, limit);
  }

  /**
   * A change with all that happened to it.
   *
   * @throws dev.interlock.changes.RegisterRefused when there is none of that name
   */
  public RegisteredChange registered(String name) {
    return book.require(name);
  }

  /** Differs whenever something was filed, answered or decided. */
  public long position() {
    return book.position();
  }

  /**
   * What the gate says of a change for about this instant; empty when the change can't be used with
   * the estate any more.
   *
   * @throws dev.interlock.changes.RegisterRefused when there is none of that name
   */
  public Optional<DecidedChange> decided(String name, Instant at) {
    EstateInForce now = estate.inForce();
    String digest = now.digest();
    long news = book.news(book.require(name));
    Judged known = judged.get(name);
    if (known != null && known.serves(at, digest, news)) {
      return Optional.of(known.decided());
    }
    try {
      DecidedChange decided = deciding.run(name, now, at);
      keep(name, new Judged(at, digest, news, decided));
      return Optional.of(decided);
    } catch (InputRejected e) {
      LOG.warn("{} can't be judged: {}", name, e.getMessage());
      return Optional.empty();
    }
  }

  /** How long a change takes; empty when it can't be used with the estate any more. */
  public Optional<Duration> duration(RegisteredChange change) {
    String digest = change.version().digest();
    Duration known = durations.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    if (durations.size() >= MOST_KEPT) {
      durations.clear();
    }
    Optional<Duration> read = read(change);
    read.ifPresent(duration -> durations.put(digest, duration));
    return read;
  }

  private Optional<Duration> read(RegisteredChange change) {
    try {
      return Optional.of(new ReadRegistered(book).run(change, estate.inForce()).duration());
    } catch (InputRejected e) {
      LOG.warn("{} can't be read: {}", change.name(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A few pages' worth; a long queue is not kept whole. */
  private void keep(String name, Judged fresh) {
    if (judged.size() >= MOST_KEPT) {
      judged.clear();
    }
    judged.put(name, fresh);
  }
}
