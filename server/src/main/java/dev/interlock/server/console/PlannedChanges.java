package dev.interlock.server.console;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Durations;
import dev.interlock.server.console.CalendarPage.Planned;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.ListRegistered.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of an environment whose time is known, as the calendar shows them. */
final class PlannedChanges {

  private static final int MOST = 12;
  private static final double MARK = 10;

  /** Labels that begin further right would not end in the drawing. */
  private static final double ROOM = CalendarPage.LEFT + CalendarPage.WIDTH * 0.7;

  private final Queue queue;
  private final CalendarLanes lanes;

  PlannedChanges(Queue queue, CalendarLanes lanes) {
    this.queue = queue;
    this.lanes = lanes;
  }

  /** A change with the time in which it may begin; its work ends later. */
  private record Slot(RegisteredChange change, Signal signal, Instant from, Instant until) {}

  /** Those that may begin in the time that is drawn, the earliest first. */
  List<Planned> of(String environment, Instant now) {
    List<Slot> slots = new ArrayList<>();
    for (String outcome : List.of("go", "wait")) {
      Filter filter = new Filter("open", outcome, environment, null, null, null);
      for (ListRegistered.Row row : queue.list(filter, null, 100).rows()) {
        Slot slot = slot(row, now);
        if (slot != null && lanes.shows(slot.from())) {
          slots.add(slot);
        }
      }
    }
    slots.sort(Comparator.comparing(Slot::from).thenComparing(slot -> slot.change().name()));
    List<Planned> planned = new ArrayList<>();
    slots.stream().limit(MOST).forEach(slot -> planned.add(planned(slot, planned.size())));
    return planned;
  }

  /** Null when nobody can say when. */
  private static @Nullable Slot slot(ListRegistered.Row row, Instant now) {
    Judgement.Answer answer = row.judged() == null ? null : row.judged().answer();
    if (answer == null) {
      return null;
    }
    boolean go = answer.outcome().equals("go");
    Instant from = go ? now : answer.notBefore();
    return from == null
        ? null
        : new Slot(
            row.change(), Signal.ofOutcome(answer.outcome()), from, go ? answer.expires() : from);
  }

  private Planned planned(Slot slot, int number) {
    double x = lanes.x(slot.from());
    String outcome = slot.signal() == Signal.GOOD ? "go" : "wait";
    Optional<Duration> takes = queue.duration(slot.change());
    Instant ends = slot.from().plus(takes.orElse(Duration.ZERO));
    return new Planned(
        slot.change().name(),
        x,
        Math.max(MARK, lanes.x(ends) - x),
        Math.max(0, lanes.x(slot.until()) - x),
        number * CalendarPage.ROW,
        slot.signal(),
        slot.change().version().title() + takes.map(t -> ", " + Durations.words(t)).orElse(""),
        x > ROOM,
        QueueRows.when(outcome, slot.until(), slot.from()));
  }
}
