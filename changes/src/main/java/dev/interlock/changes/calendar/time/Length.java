package dev.interlock.changes.calendar.time;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import java.time.LocalDateTime;
import java.util.Objects;

/** How long an event takes (RFC 5545 sections 3.6.1, 3.8.2.2, 3.8.2.5 and 3.8.5.3). */
public sealed interface Length {

  /**
   * A DURATION: days are calendar days, so that P1D ends at the same local time also when clocks
   * change, and the rest is exact.
   *
   * @param days calendar days
   * @param seconds exact seconds after them
   */
  record Span(long days, long seconds) implements Length {}

  /** An exact length, the same for every occurrence. */
  record Exact(long seconds) implements Length {}

  /**
   * Up to an end that belongs to the first occurrence. Occurrences of a repeated event all take the
   * same exact time; whole days stay whole days.
   */
  record Until(When end) implements Length {}

  /** Up to a given end; {@link Misread} when that does not fit the start. */
  static Length until(When start, When end) {
    if (start.wholeDay() != end.wholeDay()) {
      throw bad("one of start and end is a day, the other a time");
    }
    if (start.wholeDay() && start.local().equals(end.local())) {
      // Forbidden, but written by programs that mean the one day.
      return new Span(1, 0);
    }
    if (!start.wholeDay() && (start.zone() == null) != (end.zone() == null)) {
      throw bad(
          "one of start and end has a time zone, the other has none, so how long it takes depends"
              + " on who reads it; give both the same zone");
    }
    if (Objects.equals(start.zone(), end.zone()) && end.local().isBefore(start.local())) {
      throw bad("the event ends before it starts");
    }
    Until until = new Until(end);
    if (start.zone() != null) {
      // What no other zone can change is said where it is written.
      until.bound(start, start.zone());
    }
    return until;
  }

  private static Misread bad(String message) {
    return new Misread(CalendarProblem.BAD_EVENT, message);
  }

  /**
   * The same length, with an end turned into what it means for every occurrence; {@link Misread}
   * when that is less than nothing, or nothing although the clock shows a time in between.
   */
  default Length bound(When start, Zone fallback) {
    return switch (this) {
      case Until(When end) -> start.wholeDay() ? days(start, end) : exact(start, end, fallback);
      case Span span -> span;
      case Exact exact -> exact;
    };
  }

  private static Length days(When start, When end) {
    long first = start.local().toLocalDate().toEpochDay();
    return new Span(end.local().toLocalDate().toEpochDay() - first, 0);
  }

  private static Length exact(When start, When end, Zone fallback) {
    long seconds = end.epochSecond(fallback) - start.epochSecond(fallback);
    boolean sameClock = Objects.equals(start.zone(), end.zone());
    if (seconds <= 0 && sameClock && end.local().isAfter(start.local())) {
      throw bad(
          "clocks are set forward between start and end, so that the event takes no time in "
              + start.zoneOr(fallback).name()
              + "; give it a duration instead of an end");
    }
    if (seconds < 0) {
      throw bad("the event ends before it starts");
    }
    return new Exact(seconds);
  }

  /**
   * The end of one occurrence, in epoch seconds.
   *
   * @param local its start on the clock
   * @param start its start in epoch seconds
   * @param wholeDay true when it starts with a day
   * @param zone the zone of the event
   */
  default long end(LocalDateTime local, long start, boolean wholeDay, Zone zone) {
    return switch (this) {
      case Span(long days, long seconds) ->
          (days == 0 ? start : daysLater(local, days, wholeDay, zone)) + seconds;
      case Exact(long seconds) -> start + seconds;
      case Until _ -> throw new IllegalStateException("a length must be bound before it is used");
    };
  }

  private static long daysLater(LocalDateTime local, long days, boolean wholeDay, Zone zone) {
    return wholeDay
        ? zone.startOfDay(local.toLocalDate().plusDays(days))
        : zone.epochSecond(local.plusDays(days));
  }

  /** True when it takes no time at all; the length must be bound. */
  default boolean isEmpty() {
    return equals(new Span(0, 0)) || equals(new Exact(0));
  }

  /** A bound on the seconds it can take, clock changes included. */
  default long atMost() {
    return switch (this) {
      case Span(long days, long seconds) -> (days + 2) * 86_400 + seconds;
      case Exact(long seconds) -> seconds;
      case Until _ -> throw new IllegalStateException("a length must be bound before it is used");
    };
  }
}
