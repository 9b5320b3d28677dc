package dev.interlock.server.console;

import dev.interlock.changes.Closure;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.CalendarPage.Block;
import dev.interlock.server.console.CalendarPage.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws what calendars say over a stretch of time. */
final class CalendarLanes {

  private final Estate estate;
  private final Instant from;
  private final Instant until;
  private final List<Closure> closed;
  private final List<Closure> outside;
  private final List<String> problems = new ArrayList<>();

  CalendarLanes(Estate estate, Windows windows, Instant from, Duration length) {
    this.estate = estate;
    this.from = from;
    this.until = from.plus(length);
    this.closed = closures(windows.at(from, length, WindowScope.of(WindowRule.FREE)));
    this.outside = closures(windows.at(from, length, WindowScope.of(WindowRule.MAINTENANCE)));
  }

  /** Why a lane can't be trusted. */
  List<String> problems() {
    return problems.stream().distinct().toList();
  }

  List<Lane> of(Environment environment, ZoneId headquarters) {
    List<Lane> lanes = new ArrayList<>();
    lanes.add(lane("Environment", null, headquarters, 0));
    for (String name : environment.plants()) {
      Plant plant = estate.find(Plant.class, name).orElse(null);
      if (plant != null) {
        lanes.add(lane(plant.displayName(), name, plant.timeZone(), lanes.size()));
      }
    }
    return lanes;
  }

  private Lane lane(String label, @Nullable String plant, ZoneId zone, int number) {
    List<Block> blocks = new ArrayList<>();
    closed.stream()
        .filter(c -> Objects.equals(c.plant(), plant))
        .map(c -> block(c.from(), c.until(), style(c), c.sentence()))
        .forEach(blocks::add);
    blocks.addAll(maintenance(plant, zone));
    return new Lane(label, zone.getId(), CalendarPage.TOP + number * CalendarPage.LANE, blocks);
  }

  /** A maintenance window is what lies between the stretches that have none. */
  private List<Block> maintenance(@Nullable String plant, ZoneId zone) {
    List<Closure> without =
        outside.stream()
            .filter(c -> c.kind() == Closure.Kind.NO_MAINTENANCE)
            .filter(c -> Objects.equals(c.plant(), plant))
            .sorted(Comparator.comparing(c -> c.from().toInstant()))
            .toList();
    List<Block> windows = new ArrayList<>();
    for (int i = 1; i < without.size(); i++) {
      ZonedDateTime begin = without.get(i - 1).until().withZoneSameInstant(zone);
      ZonedDateTime end = without.get(i).from().withZoneSameInstant(zone);
      if (begin.isBefore(end)) {
        String why = "maintenance window, " + Moment.minute(begin) + " to " + Moment.of(end);
        windows.add(block(begin, end, "window", why));
      }
    }
    return windows;
  }

  private Block block(ZonedDateTime begin, ZonedDateTime end, String style, String why) {
    double x = x(begin.toInstant());
    return new Block(x, Math.max(1, x(end.toInstant()) - x), style, why);
  }

  /** True when the instant is drawn. */
  boolean shows(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** Where an instant stands; what lies outside is cut. */
  double x(Instant instant) {
    double part =
        (double) Duration.between(from, instant).toSeconds()
            / Duration.between(from, until).toSeconds();
    double x = CalendarPage.LEFT + Math.clamp(part, 0, 1) * CalendarPage.WIDTH;
    return Math.round(x * 10) / 10.0;
  }

  private static String style(Closure closure) {
    return closure.kind() == Closure.Kind.FREEZE ? "freeze" : "busy";
  }

  private List<Closure> closures(WindowAnswer answer) {
    return switch (answer) {
      case WindowAnswer.Free _ -> List.of();
      case WindowAnswer.Closed shut -> shut.closures();
      case WindowAnswer.Unknown unknown -> {
        unknown.problems().forEach(p -> problems.add(p.message()));
        yield unknown.closures();
      }
    };
  }
}
