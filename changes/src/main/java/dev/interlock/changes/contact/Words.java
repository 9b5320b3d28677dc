package dev.interlock.changes.contact;

import dev.interlock.finding.Durations;
import dev.interlock.finding.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** How contacts say times, lengths of time and lists. */
final class Words {

  private Words() {}

  /** {@code Sun 2026-11-22 02:00 Europe/Vienna}. */
  static String instant(Instant at, ZoneId zone) {
    return Moment.of(at.atZone(zone));
  }

  /** {@code 2 h 20 min}, {@code 45 s}, {@code 30 days}. */
  static String length(Duration length) {
    return Durations.words(length);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(Collection<String> words) {
    return joined(words, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String or(Collection<String> words) {
    return joined(words, " or ");
  }

  private static String joined(Collection<String> words, String last) {
    List<String> all = List.copyOf(words);
    if (all.size() < 2) {
      return String.join("", all);
    }
    return String.join(", ", all.subList(0, all.size() - 1)) + last + all.getLast();
  }

  /** {@code 1 rule}, {@code 3 rules}. */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
