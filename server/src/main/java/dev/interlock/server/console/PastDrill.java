package dev.interlock.server.console;

import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.Objective;
import dev.interlock.server.console.DrillsPage.Past;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the drills before the last, in a line. */
final class PastDrill {

  private PastDrill() {}

  static Past of(Reviewed reviewed) {
    Drill drill = reviewed.drill();
    String when = Moment.utc(drill.at().truncatedTo(ChronoUnit.MINUTES));
    if (!reviewed.item().trusted()) {
      return new Past(Signal.UNKNOWN, "does not count", when, "backup " + drill.backup());
    }
    if (!drill.verified()) {
      return new Past(Signal.BAD, "not verified", when, notGood(drill));
    }
    List<Objective> missed = in(reviewed, Objective.State.MISSED).toList();
    if (!missed.isEmpty()) {
      return new Past(Signal.BAD, "missed", when, missed(missed));
    }
    long kept = in(reviewed, Objective.State.KEPT).count();
    int all = reviewed.objectives().size();
    return new Past(
        kept == all ? Signal.GOOD : Signal.UNKNOWN,
        kept == all ? "kept" : "not measured",
        when,
        kept + " of " + all + " objectives kept");
  }

  private static Stream<Objective> in(Reviewed reviewed, Objective.State state) {
    return reviewed.objectives().stream().filter(it -> it.state() == state);
  }

  private static String notGood(Drill drill) {
    return drill.checks().stream()
        .filter(it -> it.outcome() != Outcome.PASS)
        .map(PastDrill::words)
        .collect(Collectors.joining("; "));
  }

  private static String words(Checked check) {
    String found = check.outcome() == Outcome.FAIL ? "failed" : check.outcome().name();
    return check.check() + " " + found.toLowerCase(Locale.ROOT) + ": " + check.message();
  }

  private static String missed(List<Objective> missed) {
    return missed.stream()
        .map(it -> {
          var measured = Objects.requireNonNull(it.measured());
          return it.displayName()
              + ": back after "
              + Durations.words(measured.rto())
              + " of "
              + Durations.words(it.rto())
              + ", work lost "
              + Durations.words(measured.rpo())
              + " of "
              + Durations.words(it.rpo());
        })
        .collect(Collectors.joining("; "));
  }
}
