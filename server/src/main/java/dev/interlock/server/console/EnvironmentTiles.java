package dev.interlock.server.console;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.Closure;
import dev.interlock.changes.Contact;
import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.BoardPage.Line;
import dev.interlock.server.console.BoardPage.Tile;
import dev.interlock.usecases.WatchEnvironments.Watched;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Environments on the board. */
final class EnvironmentTiles {

  private EnvironmentTiles() {}

  static List<Tile> of(List<Watched> watched, ZoneId zone) {
    return watched.stream()
        .sorted(Comparator.comparingInt(EnvironmentTiles::rank).thenComparing(Watched::name))
        .map(w -> tile(w, zone))
        .toList();
  }

  /** Production first, then what stands by for it, then the rest. */
  private static int rank(Watched watched) {
    return switch (watched.environment().tier()) {
      case PRODUCTION -> 0;
      case DISASTER_RECOVERY -> 1;
      case STAGING -> 2;
      case TEST -> 3;
      case DEV -> 4;
    };
  }

  private static Tile tile(Watched watched, ZoneId zone) {
    List<Line> lines =
        List.of(
            window(watched.now()),
            next(watched.next(), zone),
            line("Incidents", watched.incidents()),
            line("Recovery", watched.wayBack()));
    Signal worst = worst(lines);
    return new Tile(
        watched.name(),
        watched.environment().displayName(),
        watched.environment().tier().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        worst,
        headline(worst, watched),
        lines);
  }

  private static String headline(Signal worst, Watched watched) {
    return switch (worst) {
      case GOOD -> "A change may begin now";
      case WAIT -> "At work: changes wait";
      case UNKNOWN -> "Not everything is known";
      case BAD ->
          watched.incidents().state() == Contact.State.OPEN
              ? "An incident forbids changes"
              : "A recovery objective is not kept";
    };
  }

  private static Signal worst(List<Line> lines) {
    for (Signal signal : List.of(Signal.BAD, Signal.UNKNOWN, Signal.WAIT)) {
      if (lines.stream().anyMatch(line -> line.signal() == signal)) {
        return signal;
      }
    }
    return Signal.GOOD;
  }

  private static Line line(String label, Contact contact) {
    return new Line(Signal.of(contact.state()), label, contact.reason());
  }

  private static Line window(WindowAnswer now) {
    return switch (now) {
      case WindowAnswer.Free _ -> new Line(Signal.GOOD, "Now", "The coming hour is free.");
      case WindowAnswer.Closed closed ->
          new Line(Signal.WAIT, "Now", sentence(closed.closures().getFirst()));
      case WindowAnswer.Unknown unknown ->
          new Line(Signal.UNKNOWN, "Now", unknown.problems().getFirst().message());
    };
  }

  private static String sentence(Closure closure) {
    return closure.sentence();
  }

  private static Line next(NextWindow next, ZoneId zone) {
    return switch (next) {
      case NextWindow.Found found -> new Line(Signal.GOOD, "Next free hour", when(found, zone));
      case NextWindow.None none ->
          new Line(Signal.BAD, "Next free hour", "None until " + at(none.searchedUntil(), zone));
      case NextWindow.Unknown unknown ->
          new Line(Signal.UNKNOWN, "Next free hour", unknown.problems().getFirst().message());
    };
  }

  private static String when(NextWindow.Found found, ZoneId zone) {
    List<BlockedStarts> blocked = found.blocked();
    return blocked.isEmpty() ? "Now." : "From " + at(found.start(), zone);
  }

  private static String at(Instant instant, ZoneId zone) {
    return Moment.in(zone, instant);
  }
}
