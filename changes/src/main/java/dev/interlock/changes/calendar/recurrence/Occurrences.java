package dev.interlock.changes.calendar.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The local times at which an event with a rule starts. The first start always counts, also when
 * the rule would not pick it, and is the first of COUNT (RFC 5545 section 3.3.10).
 */
public final class Occurrences {

  private final Rule rule;
  private final LocalDateTime first;
  private final LocalDateTime from;
  private final LocalDateTime until;
  private final Budget budget;
  private final Consumer<LocalDateTime> sink;
  private long seen = 1;
  private boolean over;

  private Occurrences(
      Rule rule,
      LocalDateTime first,
      LocalRange range,
      Budget budget,
      Consumer<LocalDateTime> sink) {
    this.rule = rule;
    this.first = first;
    this.from = range.from();
    this.until = range.until();
    this.budget = budget;
    this.sink = sink;
  }

  /** Hands over the starts within a range (both ends included), in order, without UNTIL. */
  public static void each(
      Rule rule,
      LocalDateTime first,
      LocalRange range,
      Budget budget,
      Consumer<LocalDateTime> sink) {
    Occurrences occurrences = new Occurrences(rule, first, range, budget, sink);
    if (!first.isBefore(range.from()) && !first.isAfter(range.until())) {
      sink.accept(first);
    }
    if (rule.frequency().withinDay()) {
      occurrences.withinDays();
    } else {
      occurrences.overPeriods();
    }
  }

  private void overPeriods() {
    Periods periods = new Periods(rule);
    long start = periods.number(first.toLocalDate());
    long behind = Math.max(0, periods.number(from.toLocalDate()) - start);
    // COUNT has to be counted from the beginning; anything else starts where the range does.
    long skipped = rule.count() > 0 ? 0 : Math.ceilDiv(behind, rule.interval());
    long last = periods.number(until.toLocalDate());
    DayFilter days = new DayFilter(rule, first.toLocalDate());
    TimesOfDay times = new TimesOfDay(rule, first.toLocalTime());
    for (long n = start + skipped * rule.interval(); n <= last && !over; n += rule.interval()) {
      period(periods.firstDay(n), periods.firstDay(n + 1), days, times);
    }
  }

  private void period(LocalDate begin, LocalDate end, DayFilter days, TimesOfDay times) {
    List<LocalDateTime> set = new ArrayList<>();
    for (LocalDate day = begin; day.isBefore(end) && !over; day = day.plusDays(1)) {
      budget.step();
      if (days.picks(day)) {
        for (int second : times.seconds()) {
          add(set, day, second);
        }
      }
    }
    pick(set);
  }

  private void withinDays() {
    DayFilter days = new DayFilter(rule, first.toLocalDate());
    UnitsOfDay units = new UnitsOfDay(rule, first);
    LocalDate day = first.toLocalDate();
    if (rule.count() == 0 && from.toLocalDate().isAfter(day)) {
      day = from.toLocalDate();
    }
    for (; !day.isAfter(until.toLocalDate()) && !over; day = day.plusDays(1)) {
      budget.step();
      if (days.picks(day)) {
        withinDay(day, units);
      }
    }
  }

  private void withinDay(LocalDate day, UnitsOfDay units) {
    for (int unit = units.next(0);
        unit < UnitsOfDay.END && !over;
        unit = units.next(unit + units.length())) {
      budget.step();
      if (units.aligned(day, unit)) {
        List<LocalDateTime> set = new ArrayList<>();
        for (int second : units.seconds()) {
          add(set, day, unit + second);
        }
        pick(set);
      }
    }
  }

  /** Without BYSETPOS every member of a set counts; with it the set has to be complete first. */
  private void add(List<LocalDateTime> set, LocalDate day, int second) {
    LocalDateTime time = day.atStartOfDay().plusSeconds(second);
    if (rule.positions().isEmpty()) {
      offer(time);
    } else {
      budget.step();
      set.add(time);
    }
  }

  private void pick(List<LocalDateTime> set) {
    TreeSet<Integer> picked = new TreeSet<>();
    for (int position : rule.positions()) {
      int index = position > 0 ? position - 1 : set.size() + position;
      if (index >= 0 && index < set.size()) {
        picked.add(index);
      }
    }
    picked.forEach(index -> offer(set.get(index)));
  }

  private void offer(LocalDateTime time) {
    if (over || !time.isAfter(first)) {
      return;
    }
    budget.step();
    over = time.isAfter(until) || (rule.count() > 0 && ++seen > rule.count());
    if (!over && !time.isBefore(from)) {
      sink.accept(time);
    }
  }
}
