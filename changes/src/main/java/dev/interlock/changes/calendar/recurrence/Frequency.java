package dev.interlock.changes.calendar.recurrence;

/** FREQ: the period that a rule's parts pick from; the order runs from short to long. */
public enum Frequency {
  SECONDLY,
  MINUTELY,
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY;

  /** True for periods shorter than a day. */
  public boolean withinDay() {
    return compareTo(DAILY) < 0;
  }
}
