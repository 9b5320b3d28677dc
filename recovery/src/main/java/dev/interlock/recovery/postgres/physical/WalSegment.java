package dev.interlock.recovery.postgres.physical;

import java.util.Locale;
import java.util.Optional;

/**
 * A file of the log.
 *
 * @param timeline counts the recoveries of a server: each begins another course of its history
 * @param number of the file in that course, whatever its size
 * @param bytes how large all files of this log are
 */
public record WalSegment(long timeline, long number, long bytes) {

  private static final int NAME = 24;
  private static final int PART = 8;
  private static final int HEX = 16;

  /** Out of the name of a file; empty for other files, such as histories of timelines. */
  public static Optional<WalSegment> named(String name, long bytes) {
    if (name.length() != NAME || !name.matches("[0-9A-F]+")) {
      return Optional.empty();
    }
    long high = part(name, 1);
    return Optional.of(new WalSegment(part(name, 0), high * perHigh(bytes) + part(name, 2), bytes));
  }

  /** The file that a place in the log lies in, such as {@code 0/3000060}. */
  public static WalSegment at(long timeline, String place, long bytes) {
    return new WalSegment(timeline, offset(place) / bytes, bytes);
  }

  /** A place in the log in bytes. */
  public static long offset(String place) {
    String[] halves = place.split("/");
    return (Long.parseLong(halves[0], HEX) << Integer.SIZE) + Long.parseLong(halves[1], HEX);
  }

  /** A place in the log as PostgreSQL writes it. */
  public static String place(long offset) {
    return String.format(Locale.ROOT, "%X/%X", offset >>> Integer.SIZE, offset & 0xFFFFFFFFL);
  }

  /** Its place in the log, in bytes. */
  long start() {
    return number * bytes;
  }

  private static long part(String name, int index) {
    return Long.parseLong(name.substring(index * PART, (index + 1) * PART), HEX);
  }

  private static long perHigh(long bytes) {
    return (1L << Integer.SIZE) / bytes;
  }

  /** The one after it, in the same course. */
  public WalSegment next() {
    return new WalSegment(timeline, number + 1, bytes);
  }

  WalSegment on(long other) {
    return new WalSegment(other, number, bytes);
  }

  /** Its name in an archive. */
  public String name() {
    long perHigh = perHigh(bytes);
    return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / perHigh, number % perHigh);
  }

  @Override
  public String toString() {
    return name();
  }
}
