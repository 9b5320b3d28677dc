package dev.interlock.recovery.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The longest time between two runs of a schedule in the form that CloudNativePG reads: seconds,
 * minutes, hours, day of the month, month and, if written, day of the week.
 */
final class CronRhythm {

  private static final int DAY = 86_400;
  private static final int LOOKED_AT = 3_000;
  private static final List<String> MONTHS =
      List.of(
          "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final Map<String, String> WORDS =
      Map.of(
          "@yearly", "0 0 0 1 1 *",
          "@annually", "0 0 0 1 1 *",
          "@monthly", "0 0 0 1 * *",
          "@weekly", "0 0 0 * * 0",
          "@daily", "0 0 0 * * *",
          "@midnight", "0 0 0 * * *",
          "@hourly", "0 0 * * * *");

  private final BitSet months;
  private final BitSet days;
  private final BitSet weekdays;
  private final boolean eitherDay;
  private final List<Integer> times;

  private CronRhythm(String[] fields) {
    BitSet seconds = field(fields[0], 0, 59, List.of());
    BitSet minutes = field(fields[1], 0, 59, List.of());
    BitSet hours = field(fields[2], 0, 23, List.of());
    days = field(fields[3], 1, 31, List.of());
    months = field(fields[4], 1, 12, MONTHS);
    weekdays = field(fields[5], 0, 7, WEEKDAYS);
    if (weekdays.get(7)) {
      weekdays.set(0);
    }
    // As in every cron: when both are restricted, one of them is enough.
    eitherDay = !isAny(fields[3]) && !isAny(fields[5]);
    times = times(seconds, minutes, hours);
  }

  /** The longest time between two runs; empty when it can't be read, or never runs. */
  static Optional<Duration> longest(String cron) {
    String text = cron.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("@every ")) {
      return every(text.substring("@every ".length()).strip());
    }
    String[] fields = WORDS.getOrDefault(text, text).split("\\s+");
    if (fields.length == 5) {
      fields = new String[] {fields[0], fields[1], fields[2], fields[3], fields[4], "*"};
    }
    try {
      return fields.length == 6 ? new CronRhythm(fields).longest() : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As Go writes it: {@code 1h30m}. */
  private static Optional<Duration> every(String text) {
    try {
      Duration every = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      return every.isPositive() ? Optional.of(every) : Optional.empty();
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Duration> longest() {
    LocalDate first = LocalDate.of(2024, 1, 1);
    long last = -1;
    long longest = inner();
    for (int i = 0; i < LOOKED_AT; i++) {
      if (runsOn(first.plusDays(i))) {
        long begins = (long) i * DAY + times.getFirst();
        longest = last < 0 ? longest : Math.max(longest, begins - last);
        last = (long) i * DAY + times.getLast();
      }
    }
    return last < 0 || longest == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(longest));
  }

  private long inner() {
    long longest = 0;
    for (int i = 1; i < times.size(); i++) {
      longest = Math.max(longest, times.get(i) - times.get(i - 1));
    }
    return longest;
  }

  private boolean runsOn(LocalDate date) {
    boolean day = days.get(date.getDayOfMonth());
    boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % 7);
    return months.get(date.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
  }

  private static List<Integer> times(BitSet seconds, BitSet minutes, BitSet hours) {
    List<Integer> times = new ArrayList<>();
    hours.stream()
        .forEach(h ->
            minutes.stream()
                .forEach(m -> seconds.stream().forEach(s -> times.add(h * 3600 + m * 60 + s))));
    return times;
  }

  private static boolean isAny(String field) {
    return field.startsWith("*") || field.equals("?");
  }

  private static BitSet field(String text, int least, int most, List<String> names) {
    BitSet set = new BitSet();
    for (String part : text.split(",", -1)) {
      String[] steps = part.split("/", -1);
      int step = steps.length == 1 ? 1 : Integer.parseInt(steps[1]);
      if (steps.length > 2 || step < 1) {
        throw new IllegalArgumentException(part);
      }
      range(set, steps[0], step, steps.length == 2, new int[] {least, most}, names);
    }
    return set;
  }

  /** A single number with a step goes on to the end: {@code 5/15}. */
  private static void range(
      BitSet set, String text, int step, boolean stepped, int[] bounds, List<String> names) {
    int from = bounds[0];
    int to = bounds[1];
    if (!isAny(text)) {
      String[] ends = text.split("-", -1);
      from = number(ends[0], names);
      to = ends.length > 1 ? number(ends[1], names) : stepped ? to : from;
      if (ends.length > 2) {
        throw new IllegalArgumentException(text);
      }
    }
    if (from < bounds[0] || to > bounds[1] || from > to) {
      throw new IllegalArgumentException(text);
    }
    for (int i = from; i <= to; i += step) {
      set.set(i);
    }
  }

  private static int number(String text, List<String> names) {
    int named = text.isEmpty() ? -1 : names.indexOf(text);
    return named >= 0 ? named : Integer.parseInt(text);
  }
}
