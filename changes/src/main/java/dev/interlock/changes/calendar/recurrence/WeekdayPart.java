package dev.interlock.changes.calendar.recurrence;

import java.time.DayOfWeek;

/**
 * One value of BYDAY.
 *
 * @param ordinal the n-th of the month or year, counted from the end when negative; 0 for all
 * @param day the day of the week
 */
public record WeekdayPart(int ordinal, DayOfWeek day) {}
