package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.calendar.source.Source;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.Diagnostic;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts for one change: the calendars that hold for it, lane by lane. */
public final class ScopedWindows {

  private final LoadedWindows loaded;
  private final WindowRule rule;
  private final List<Lane> lanes;
  private final List<Diagnostic> problems;

  private ScopedWindows(
      LoadedWindows loaded, WindowRule rule, List<Lane> lanes, List<Diagnostic> problems) {
    this.loaded = loaded;
    this.rule = rule;
    this.lanes = lanes;
    this.problems = problems;
  }

  static ScopedWindows of(LoadedWindows loaded, WindowScope scope) {
    Map<String, List<Source.Loaded>> byPlant = new LinkedHashMap<>();
    List<Source.Loaded> own = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Source.Loaded candidate : loaded.sources()) {
      Source source = candidate.source();
      if (!candidate.readable() && hasSay(source, scope)) {
        candidate.problems().stream().filter(Diagnostic::isError).forEach(problems::add);
      }
      String plant = source.plant();
      (plant == null ? own : byPlant.computeIfAbsent(plant, _ -> new ArrayList<>())).add(candidate);
    }
    List<Source.Loaded> ownAllow = select(own, Effect.ALLOW, scope);
    List<Lane> lanes = new ArrayList<>();
    byPlant.forEach((plant, sources) -> {
      lanes.add(lane(plant, sources, ownAllow, scope));
      Diagnostic silence = Silence.of(sources, scope);
      if (silence != null) {
        problems.add(silence);
      }
    });
    if (!own.isEmpty() || lanes.isEmpty()) {
      lanes.add(lane(null, own, ownAllow, scope));
    }
    return new ScopedWindows(
        loaded, scope.rule(), List.copyOf(lanes), problems.stream().distinct().toList());
  }

  /** Why answers are unknown; empty when they are not. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** Whether a slot is free. */
  public WindowAnswer at(long begin, long end) {
    AllPieces all = new AllPieces();
    visit(begin, end, all);
    List<Closure> closures = new Closures(all.longestFirst());
    if (!problems.isEmpty()) {
      return new WindowAnswer.Unknown(problems, closures);
    }
    return closures.isEmpty() ? new WindowAnswer.Free() : new WindowAnswer.Closed(closures);
  }

  /** The closure in a slot that ends last; null when the slot is free. */
  public @Nullable Closure longest(long begin, long end) {
    LongestPiece longest = new LongestPiece();
    visit(begin, end, longest);
    Piece found = longest.found();
    return found == null ? null : found.closure();
  }

  private void visit(long begin, long end, Pieces sink) {
    Slot slot = new Slot(begin, end, loaded.from(), loaded.until());
    for (Lane lane : rule == WindowRule.ANY ? List.<Lane>of() : lanes) {
      switch (rule) {
        case ANY -> {}
        case OUTSIDE_FREEZE -> lane.freezes(slot, sink);
        case FREE -> {
          lane.freezes(slot, sink);
          lane.busy(slot, sink);
        }
        case MAINTENANCE -> maintenance(lane, slot, sink);
      }
    }
  }

  /** Every plant needs its window; the environment itself only when it serves no plant. */
  private void maintenance(Lane lane, Slot slot, Pieces sink) {
    lane.freezes(slot, sink);
    if (lane.plant() != null || lanes.size() == 1) {
      lane.gaps(slot, sink);
    } else {
      lane.busy(slot, sink);
    }
  }

  private static Lane lane(
      @Nullable String plant,
      List<Source.Loaded> sources,
      List<Source.Loaded> ownAllow,
      WindowScope scope) {
    List<Source.Loaded> allow = new ArrayList<>(ownAllow);
    if (plant != null) {
      allow.addAll(select(sources, Effect.ALLOW, scope));
    }
    ZoneId zone = sources.isEmpty() ? ZoneOffset.UTC : sources.getFirst().source().zone();
    return new Lane(
        plant,
        zone,
        select(sources, Effect.FREEZE, scope),
        select(sources, Effect.BUSY, scope),
        allow);
  }

  private static List<Source.Loaded> select(
      List<Source.Loaded> sources, Effect effect, WindowScope scope) {
    List<Source.Loaded> selected = new ArrayList<>();
    for (Source.Loaded loaded : sources) {
      Source source = loaded.source();
      if (source.effect() == effect
          && (effect == Effect.ALLOW || loaded.track().size() > 0)
          && scope.holds(effect, source.tiers(), source.services())) {
        selected.add(loaded);
      }
    }
    return selected;
  }

  /** Of a calendar that can't be read nobody knows what it says: it counts when it may be meant. */
  private static boolean hasSay(Source source, WindowScope scope) {
    Effect effect = source.effect();
    if (effect == null) {
      return scope.asks(Effect.FREEZE);
    }
    return scope.asks(effect) && scope.holds(Effect.BUSY, source.tiers(), source.services());
  }
}
