package dev.interlock.server.console;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.Windows;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.ReadEvidence;
import dev.interlock.usecases.ServerOptions;
import dev.interlock.usecases.WatchEnvironments;
import dev.interlock.usecases.WatchEnvironments.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the board is made from: calendars stay in memory as long as the estate is the same. */
@Component
final class LiveBoard {

  private static final Duration BEFORE = Duration.ofDays(15);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration AHEAD = Duration.ofDays(120);

  private final CurrentEstate estate;
  private final ServerOptions options;
  private @Nullable Calendars calendars;
  private @Nullable Seen seen;

  LiveBoard(CurrentEstate estate, ServerOptions options) {
    this.estate = estate;
    this.options = options;
  }

  /** Calendars of one state of the estate, prepared around an instant. */
  private record Calendars(String digest, Instant around, Map<String, Windows> windows) {

    boolean serve(String wanted, Instant at) {
      return digest.equals(wanted)
          && Duration.between(around, at).abs().compareTo(BEFORE.dividedBy(2)) < 0;
    }
  }

  /** How every environment stood a few seconds ago, or stands now. */
  synchronized List<Watched> watch(Instant at) {
    EstateInForce now = estate.inForce();
    Seen known = seen;
    if (known == null || !known.serves(now.digest(), at)) {
      List<Watched> watched =
          new WatchEnvironments().run(now, windows(at), evidence(), options.asOf(at));
      known = new Seen(now.digest(), at, watched);
      seen = known;
    }
    return known.watched();
  }

  /** What was seen of one state of the estate at an instant. */
  private record Seen(String digest, Instant at, List<Watched> watched) {

    boolean serves(String wanted, Instant now) {
      return digest.equals(wanted) && Duration.between(at, now).abs().compareTo(FRESH) < 0;
    }
  }

  /** When each environment may be changed, by its name. */
  synchronized Map<String, Windows> windows(Instant at) {
    EstateInForce now = estate.inForce();
    Calendars known = calendars;
    if (known == null || !known.serve(now.digest(), at)) {
      known =
          new Calendars(
              now.digest(),
              at,
              WatchEnvironments.windows(now.loaded(), at.minus(BEFORE), at.plus(AHEAD)));
      calendars = known;
    }
    return known.windows();
  }

  private List<EvidenceFile> evidence() {
    Path folder = options.evidence();
    return folder == null ? List.of() : new ReadEvidence().run(folder);
  }
}
