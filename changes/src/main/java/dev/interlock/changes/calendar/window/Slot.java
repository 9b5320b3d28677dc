package dev.interlock.changes.calendar.window;

/**
 * A slot that is looked at, and the range in which everything is known.
 *
 * @param begin start of the slot, epoch seconds
 * @param end end of the slot, exclusive
 * @param start start of the range
 * @param horizon end of the range
 */
record Slot(long begin, long end, long start, long horizon) {}
