package dev.interlock.server.drills;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.WatchDrills;
import dev.interlock.usecases.WatchDrills.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What drills proved: signatures are verified when something was filed or the estate changed, and
 * once a minute, because keys end.
 */
public final class DrillHistory {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ChangeBook book;
  private final CurrentEstate estate;
  private @Nullable Known known;

  /** Drills in this book. */
  public DrillHistory(ChangeBook book, CurrentEstate estate) {
    this.book = book;
    this.estate = estate;
  }

  private record Known(Instant at, String estate, long position, List<EvidenceItem> items) {

    boolean serves(Instant instant, String estateNow, long positionNow) {
      return estate.equals(estateNow)
          && position == positionNow
          && Duration.between(at, instant).abs().compareTo(FRESH) < 0;
    }
  }

  /** Of each environment, as it stands at about this instant. */
  public List<Watched> at(Instant now) {
    EstateInForce current = estate.inForce();
    return new WatchDrills(current).run(items(current, now), now);
  }

  private synchronized List<EvidenceItem> items(EstateInForce current, Instant now) {
    long position = book.sharedPosition();
    Known before = known;
    if (before == null || !before.serves(now, current.digest(), position)) {
      before =
          new Known(
              now, current.digest(), position, new WatchDrills(current).registered(book, now));
      known = before;
    }
    return before.items();
  }
}
