package dev.interlock.usecases.drafting;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When people work, as they say it: {@code mon-fri 06:00-22:00}.
 *
 * @param days on which it starts
 * @param start local time
 * @param end local time; at or before the start when it runs past midnight
 * @param changesAllowed a change does no harm then
 */
public record ShiftHours(
    List<DayOfWeek> days, LocalTime start, LocalTime end, boolean changesAllowed) {

  /** At every hour of the week. */
  static final ShiftHours ALWAYS = always(false);

  /** Nobody works on site: at every hour of the week, and a change does no harm. */
  static final ShiftHours NEVER = always(true);

  static final String USUAL = "mon-fri 06:00-22:00";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "([a-z]{3})[a-z]*(?:\\s*-\\s*([a-z]{3})[a-z]*)?\\s+"
              + "(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

  public ShiftHours {
    days = List.copyOf(days);
  }

  private static ShiftHours always(boolean changesAllowed) {
    List<DayOfWeek> week = List.of(DayOfWeek.values());
    return new ShiftHours(week, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, changesAllowed);
  }

  /** True when no hour of the week is left in which nobody works. */
  boolean isRoundTheClock() {
    return equals(ALWAYS);
  }

  /** A common answer, or shifts separated by commas; empty when one can't be understood. */
  static Optional<List<ShiftHours>> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "1" -> parse(USUAL);
      case "2", "round the clock", "always", "24/7" -> Optional.of(List.of(ALWAYS));
      case "3", "nobody", "nobody works on site" -> Optional.of(List.of(NEVER));
      default -> written(text);
    };
  }

  private static Optional<List<ShiftHours>> written(String text) {
    List<ShiftHours> shifts = new ArrayList<>();
    for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher written = WRITTEN.matcher(part.strip());
      Optional<ShiftHours> shift = written.matches() ? shift(written) : Optional.empty();
      if (shift.isEmpty()) {
        return Optional.empty();
      }
      shifts.add(shift.get());
    }
    return Optional.of(shifts);
  }

  private static Optional<ShiftHours> shift(Matcher written) {
    Optional<DayOfWeek> first = day(written.group(1));
    Optional<DayOfWeek> last = written.group(2) == null ? first : day(written.group(2));
    Optional<LocalTime> start = time(written.group(3));
    Optional<LocalTime> end = time(written.group(4));
    if (first.isEmpty() || last.isEmpty() || start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return start.get().equals(end.get())
        ? Optional.empty()
        : Optional.of(new ShiftHours(days(first.get(), last.get()), start.get(), end.get(), false));
  }

  private static List<DayOfWeek> days(DayOfWeek first, DayOfWeek last) {
    List<DayOfWeek> days = new ArrayList<>(List.of(first));
    for (DayOfWeek day = first; day != last; ) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String letters) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(letters)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** Midnight at the end of a day is midnight. */
  private static Optional<LocalTime> time(String text) {
    try {
      String padded = text.length() == 4 ? "0" + text : text;
      return Optional.of(LocalTime.parse(padded.equals("24:00") ? "00:00" : padded));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
