package dev.interlock.changes.calendar.source;

import dev.interlock.changes.calendar.recurrence.Budget;

/** Something that happens again and again, worked out only for the range that is asked for. */
public interface Timeline {

  /**
   * Hands over all occurrences that overlap a range, in any order.
   *
   * @param from start of the range, epoch seconds
   * @param until end of the range, exclusive, epoch seconds
   * @param budget what it may cost
   * @param sink takes them
   */
  void expand(long from, long until, Budget budget, Sink sink);

  /** Takes occurrences. */
  interface Sink {
    /** One occurrence: what happens, and from when until when (exclusive) in epoch seconds. */
    void add(String summary, long start, long end);
  }
}
