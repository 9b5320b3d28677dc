package dev.interlock.server.console;

import dev.interlock.changes.Closure;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.finding.Moment;
import dev.interlock.server.console.BoardPage.Line;
import dev.interlock.server.console.BoardPage.Tile;
import dev.interlock.usecases.WatchEnvironments.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plants on the board: who is at work, who rests, what is frozen. */
final class PlantTiles {

  private PlantTiles() {}

  static List<Tile> of(Estate estate, List<Watched> watched, Instant at) {
    List<Tile> tiles = new ArrayList<>();
    estate.all(Plant.class).forEach((name, plant) -> tiles.add(tile(name, plant, watched, at)));
    return tiles;
  }

  private static Tile tile(String name, Plant plant, List<Watched> watched, Instant at) {
    List<Watched> serving =
        watched.stream().filter(w -> w.environment().plants().contains(name)).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Signal.GOOD, "Local time", Moment.in(plant.timeZone(), at)));
    List<Closure> closures =
        serving.stream()
            .flatMap(w -> closures(w.now()).stream())
            .filter(c -> name.equals(c.plant()))
            .distinct()
            .toList();
    closures.forEach(c -> lines.add(new Line(Signal.WAIT, word(c), until(c))));
    boolean unknown = serving.stream().anyMatch(w -> w.now() instanceof WindowAnswer.Unknown);
    Signal signal =
        !closures.isEmpty()
            ? Signal.WAIT
            : unknown || serving.isEmpty() ? Signal.UNKNOWN : Signal.GOOD;
    return new Tile(
        "plant-" + name,
        plant.displayName(),
        plant.site().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        signal,
        headline(signal, closures, serving),
        lines);
  }

  private static List<Closure> closures(WindowAnswer answer) {
    return switch (answer) {
      case WindowAnswer.Free _ -> List.of();
      case WindowAnswer.Closed closed -> closed.closures();
      case WindowAnswer.Unknown unknown -> unknown.closures();
    };
  }

  private static String headline(Signal signal, List<Closure> closures, List<Watched> serving) {
    if (closures.stream().anyMatch(c -> c.kind() == Closure.Kind.FREEZE)) {
      return "Frozen: no changes";
    }
    if (signal == Signal.UNKNOWN) {
      return serving.isEmpty() ? "No environment serves it" : "A calendar can't be read";
    }
    return signal == Signal.WAIT ? "At work" : "At rest";
  }

  private static String word(Closure closure) {
    return closure.kind() == Closure.Kind.FREEZE ? "Freeze" : "Busy";
  }

  private static String until(Closure closure) {
    String what =
        closure.summary().isEmpty() ? String.valueOf(closure.calendar()) : closure.summary();
    return what + " until " + Moment.of(closure.until());
  }
}
