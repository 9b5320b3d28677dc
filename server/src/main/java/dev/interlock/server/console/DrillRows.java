package dev.interlock.server.console;

import dev.interlock.changes.Standing;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.DrillTimes;
import dev.interlock.recovery.Objective;
import dev.interlock.server.console.DrillsPage.Check;
import dev.interlock.server.console.DrillsPage.Environment;
import dev.interlock.server.console.DrillsPage.Fact;
import dev.interlock.server.console.DrillsPage.Last;
import dev.interlock.server.console.DrillsPage.Promise;
import dev.interlock.server.drills.DrillOutlook;
import dev.interlock.server.drills.Drills.Shown;
import dev.interlock.usecases.RecoveryForecasts.Forecast;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page of restore drills says of each environment. */
final class DrillRows {

  /** How many drills before the last are told. */
  private static final int PAST = 25;

  private static final String NOT_MEASURED = "not measured";

  private final Instant now;
  private final boolean mayStart;

  DrillRows(Instant now, boolean mayStart) {
    this.now = now;
    this.mayStart = mayStart;
  }

  Environment row(Shown shown) {
    var watched = shown.watched();
    DrillOutlook outlook = DrillOutlook.of(shown, now);
    return new Environment(
        watched.name(),
        watched.displayName(),
        signal(outlook.state()),
        outlook.words(),
        facts(shown),
        shown.underWay().map(run -> RunningDrill.of(run, watched, now)).orElse(null),
        shown.drillsHere() ? shown.lacks() : null,
        watched.drills().isEmpty() ? null : last(watched.drills().getFirst()),
        watched.drills().stream().skip(1).limit(PAST).map(PastDrill::of).toList(),
        watched.objectives().stream()
            .sorted(Comparator.comparing((Objective it) -> urgency(it, shown)))
            .map(it -> process(it, shown))
            .toList(),
        mayStart && shown.lacks() == null && shown.underWay().isEmpty());
  }

  private static Signal signal(DrillOutlook.State state) {
    return switch (state) {
      case PROVEN -> Signal.GOOD;
      case FAILED, CANNOT -> Signal.BAD;
      case UNKNOWN -> Signal.UNKNOWN;
    };
  }

  private List<Fact> facts(Shown shown) {
    List<Fact> facts = new ArrayList<>();
    DrillTimes times = shown.watched().times();
    facts.add(new Fact("Schedule", times == null ? "none: by hand alone" : schedule(times)));
    if (times != null) {
      facts.add(
          new Fact(
              "Next", Moment.in(times.zone(), times.next(now).truncatedTo(ChronoUnit.MINUTES))));
    }
    if (!shown.backup().isEmpty()) {
      facts.add(new Fact("Newest backup", shown.backup()));
    }
    String attempt = DrillOutlook.attempt(shown);
    if (!attempt.isEmpty()) {
      facts.add(new Fact("Last attempt", attempt));
    }
    return facts;
  }

  private static String schedule(DrillTimes times) {
    var schedule = times.schedule();
    long days = schedule.every().toDays();
    String every = days == 1 ? "every day" : "every " + days + " days";
    String hours =
        schedule.start() == null && schedule.end() == null
            ? ""
            : ", between "
                + (schedule.start() == null ? "00:00" : schedule.start())
                + " and "
                + (schedule.end() == null ? "24:00" : schedule.end());
    return every + hours + ", " + times.zone();
  }

  private static Last last(Reviewed newest) {
    Drill drill = newest.drill();
    return new Last(
        Moment.utc(drill.at().truncatedTo(ChronoUnit.MINUTES))
            + ", backup "
            + drill.backup()
            + ": "
            + (drill.verified() ? "verified" : "NOT VERIFIED")
            + ", "
            + standing(newest),
        drill.stages().stream()
            .map(stage -> stage.name() + " " + words(stage.length()))
            .collect(Collectors.joining(" · ")),
        counts(drill),
        drill.checks().stream()
            .sorted(Comparator.comparingInt((Checked it) -> rank(it.outcome())))
            .map(DrillRows::check)
            .toList());
  }

  private static String standing(Reviewed drill) {
    return switch (drill.item().standing()) {
      case Standing.Trusted(String key, _) -> "counts, signed by key " + key;
      case Standing.Untrusted(_, String message, _) -> "does not count: " + message;
    };
  }

  private static String counts(Drill drill) {
    if (drill.checks().isEmpty()) {
      return "";
    }
    return count(drill, Outcome.PASS)
        + " passed, "
        + count(drill, Outcome.FAIL)
        + " failed, "
        + count(drill, Outcome.UNKNOWN)
        + " unknown";
  }

  private static long count(Drill drill, Outcome outcome) {
    return drill.checks().stream().filter(it -> it.outcome() == outcome).count();
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case FAIL -> 0;
      case UNKNOWN -> 1;
      case PASS -> 2;
    };
  }

  private static Check check(Checked check) {
    return switch (check.outcome()) {
      case FAIL -> new Check(Signal.BAD, "fail", check.check(), check.message());
      case UNKNOWN -> new Check(Signal.UNKNOWN, "unknown", check.check(), check.message());
      case PASS -> new Check(Signal.GOOD, "pass", check.check(), check.message());
    };
  }

  /** What was missed comes first, then what nobody measured, then what will break soonest. */
  private static Instant urgency(Objective objective, Shown shown) {
    return switch (objective.state()) {
      case MISSED -> Instant.MIN;
      case UNKNOWN -> Instant.EPOCH;
      case KEPT -> forecast(objective, shown).map(Forecast::when).orElse(Instant.MAX);
    };
  }

  private static Optional<Forecast> forecast(Objective objective, Shown shown) {
    return shown.watched().forecasts().stream()
        .filter(it -> it.objective().process().equals(objective.process()))
        .findFirst();
  }

  private Promise process(Objective objective, Shown shown) {
    var measured = objective.measured();
    return new Promise(
        objective.displayName(),
        switch (objective.state()) {
          case KEPT -> Signal.GOOD;
          case MISSED -> Signal.BAD;
          case UNKNOWN -> Signal.UNKNOWN;
        },
        switch (objective.state()) {
          case KEPT -> "kept";
          case MISSED -> "missed";
          case UNKNOWN -> NOT_MEASURED;
        },
        beside(measured == null ? null : measured.rto(), objective.rto()),
        beside(measured == null ? null : measured.rpo(), objective.rpo()),
        DrillPlot.of(objective, shown.watched().drills()),
        forecast(objective, shown).map(this::words).orElse(""));
  }

  private static String beside(@Nullable Duration measured, Duration promised) {
    return (measured == null ? NOT_MEASURED : words(measured)) + " of " + words(promised);
  }

  private String words(Forecast forecast) {
    String objective =
        "With this growth the objective of " + Durations.words(forecast.objective().rto());
    return forecast.when().equals(now)
        ? objective + " is broken now."
        : objective + " breaks about " + Moment.day(forecast.when()) + ".";
  }

  private static String words(Duration length) {
    return length.toSeconds() == 0 ? length.toMillis() + " ms" : Durations.words(length);
  }
}
