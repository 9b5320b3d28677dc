package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.recurrence.Budget;
import dev.interlock.changes.calendar.recurrence.LocalRange;
import dev.interlock.changes.calendar.recurrence.Occurrences;
import dev.interlock.changes.calendar.recurrence.Rule;
import dev.interlock.changes.calendar.time.Length;
import dev.interlock.changes.calendar.time.When;
import dev.interlock.changes.calendar.time.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series read in a time zone: the calendar's or the plant's, where its times float. */
public final class BoundSeries implements Timeline {

  /** More than any clock change: Pacific/Apia once left out a whole day. */
  private static final long CLOCK_CHANGE = 26 * 3600;

  private final Series series;
  private final Zone fallback;
  private final Zone zone;
  private final Length length;
  private final List<Rule> rules;
  private final Exceptions<Boolean> excluded;
  private final Exceptions<Series.Deviation> singles;
  private final List<Moved> moved;
  private final long reach;

  /** The series, with floating times in the given zone. */
  public BoundSeries(Series series, Zone fallback) {
    this.series = series;
    this.fallback = fallback;
    this.zone = series.start().zoneOr(fallback);
    this.length = series.length().bound(series.start(), fallback);
    boolean wholeDay = series.start().wholeDay();
    this.rules =
        wholeDay ? series.rules().stream().map(Rule::withoutTimes).toList() : series.rules();
    this.excluded = new Exceptions<>(wholeDay);
    series.exceptions().forEach(when -> excluded.put(when, zone, true));
    this.singles = new Exceptions<>(wholeDay);
    List<Moved> all = new ArrayList<>();
    for (Series.Deviation override : series.overrides()) {
      if (override.andFuture()) {
        all.add(Moved.of(override, zone, fallback));
      } else {
        singles.put(override.original(), zone, override);
      }
    }
    all.sort((a, b) -> Long.compare(a.from(), b.from()));
    this.moved = List.copyOf(all);
    long longest =
        Math.max(length.atMost(), moved.stream().mapToLong(Moved::reach).max().orElse(0));
    this.reach = longest + CLOCK_CHANGE;
  }

  @Override
  public void expand(long from, long until, Budget budget, Sink sink) {
    Sink overlapping =
        (summary, start, end) -> {
          if (start < end && start < until && end > from) {
            budget.occurrence();
            sink.add(summary, start, end);
          }
        };
    LocalRange range = new LocalRange(zone.local(from - reach), zone.local(until + reach));
    LocalDateTime first = series.start().local();
    if (rules.isEmpty()) {
      occurrence(first, epochSecond(first), null, overlapping);
    }
    for (Rule rule : rules) {
      repeat(rule, first, range, budget, overlapping);
    }
    series.extras().forEach(extra -> extra(extra, overlapping));
    series.overrides().forEach(override -> replacement(override, overlapping));
  }

  private void repeat(Rule rule, LocalDateTime first, LocalRange range, Budget budget, Sink sink) {
    When until = rule.until();
    LocalRange within =
        until == null
            ? range
            : range.endingBy(zone.local(until.epochSecond(zone) + 2 * CLOCK_CHANGE));
    Occurrences.each(
        rule,
        first,
        within,
        budget,
        local -> {
          if (until == null || local.equals(first) || !isAfter(local, until)) {
            occurrence(local, epochSecond(local), null, sink);
          }
        });
  }

  /** UNTIL is inclusive; a day as UNTIL, or of whole days, means that whole day. */
  private boolean isAfter(LocalDateTime local, When until) {
    boolean byDay = until.wholeDay() || series.start().wholeDay();
    return byDay
        ? local.toLocalDate().isAfter(until.local().toLocalDate())
        : zone.epochSecond(local) > until.epochSecond(zone);
  }

  /** An extra is an instant: its local time alone would not say which of two it is. */
  private void extra(Series.Extra extra, Sink sink) {
    When start = extra.start();
    Length own = extra.length();
    LocalDateTime local = localOf(start);
    boolean wholeDay = series.start().wholeDay();
    occurrence(
        local,
        wholeDay ? epochSecond(local) : start.epochSecond(fallback),
        own == null ? null : own.bound(start, fallback),
        sink);
  }

  private void occurrence(LocalDateTime local, long start, @Nullable Length own, Sink sink) {
    if (excluded.find(local, start) != null || singles.find(local, start) != null) {
      return;
    }
    Moved last = movedBy(start);
    if (last == null) {
      Length taken = own == null ? length : own;
      sink.add(series.summary(), start, taken.end(local, start, series.start().wholeDay(), zone));
    } else if (last.replacement() != null && start != last.from()) {
      LocalDateTime shifted = local.plus(last.shift());
      long begin = shifted(shifted, start - epochSecond(local));
      long end = last.length().end(shifted, begin, series.start().wholeDay(), zone);
      sink.add(last.replacement().summary(), begin, end);
    }
  }

  /** What was the second of two times stays the second where its new time occurs twice, too. */
  private long shifted(LocalDateTime local, long late) {
    long first = epochSecond(local);
    return late > 0 && zone.local(first + late).equals(local) ? first + late : first;
  }

  /** The last move of all later occurrences that holds for an original start; null if none does. */
  private @Nullable Moved movedBy(long start) {
    int low = 0;
    int high = moved.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (moved.get(middle).from() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : moved.get(low - 1);
  }

  /**
   * A replacement counts also when its original is no occurrence: it was announced all the same.
   */
  private void replacement(Series.Deviation override, Sink sink) {
    Series.Replacement instead = override.replacement();
    if (instead != null) {
      When start = instead.start();
      Zone own = start.zoneOr(fallback);
      long begin = start.epochSecond(fallback);
      Length taken = instead.length().bound(start, fallback);
      sink.add(instead.summary(), begin, taken.end(start.local(), begin, start.wholeDay(), own));
    }
  }

  private LocalDateTime localOf(When when) {
    return Moved.local(when, zone, fallback);
  }

  private long epochSecond(LocalDateTime local) {
    return series.start().wholeDay()
        ? zone.startOfDay(local.toLocalDate())
        : zone.epochSecond(local);
  }

  /**
   * All occurrences from one on, moved.
   *
   * @param from original start of the first of them, epoch seconds
   * @param shift how far they move on the clock
   * @param length how long they take now
   * @param replacement the override's own occurrence; null when they are cancelled
   */
  private record Moved(
      long from, Duration shift, Length length, Series.@Nullable Replacement replacement) {

    static Moved of(Series.Deviation override, Zone zone, Zone fallback) {
      long from = override.original().epochSecond(zone);
      Series.Replacement instead = override.replacement();
      if (instead == null) {
        return new Moved(from, Duration.ZERO, new Length.Exact(0), null);
      }
      LocalDateTime original = local(override.original(), zone, fallback);
      LocalDateTime start = local(instead.start(), zone, fallback);
      Length length = instead.length().bound(instead.start(), fallback);
      return new Moved(from, Duration.between(original, start), length, instead);
    }

    static LocalDateTime local(When when, Zone zone, Zone fallback) {
      boolean same = when.wholeDay() || when.zoneOr(fallback).equals(zone);
      return same ? when.local() : zone.local(when.epochSecond(fallback));
    }

    long reach() {
      return length.atMost() + Math.abs(shift.toSeconds());
    }
  }
}
