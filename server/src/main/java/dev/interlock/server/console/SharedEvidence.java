package dev.interlock.server.console;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.ListRegisteredEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evidence about no single change, and whether it counts: every signature is verified when
 * something was filed or the estate changed, and once a minute, because keys end.
 */
@Component
final class SharedEvidence {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ChangeBook book;
  private final CurrentEstate estate;
  private @Nullable Verified verified;

  SharedEvidence(ChangeBook book, CurrentEstate estate) {
    this.book = book;
    this.estate = estate;
  }

  private record Verified(Instant at, String estate, long position, List<EvidenceItem> items) {

    boolean serves(Instant instant, String estateNow, long positionNow) {
      return estate.equals(estateNow)
          && position == positionNow
          && Duration.between(at, instant).abs().compareTo(FRESH) < 0;
    }
  }

  /** All of it, as it stands at about this instant. */
  synchronized List<EvidenceItem> at(Instant instant) {
    EstateInForce now = estate.inForce();
    long position = book.sharedPosition();
    Verified known = verified;
    if (known == null || !known.serves(instant, now.digest(), position)) {
      List<EvidenceItem> items = new ListRegisteredEvidence(book).run(now, instant);
      known = new Verified(instant, now.digest(), position, List.copyOf(items));
      verified = known;
    }
    return known.items();
  }
}
