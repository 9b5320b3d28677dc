package dev.interlock.changes.calendar.recurrence;

import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.Misread;
import dev.interlock.changes.calendar.time.TimeText;
import dev.interlock.changes.calendar.time.When;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a recurrence rule: {@code FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1}. */
public final class RuleText {

  private static final Set<String> KNOWN =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYHOUR",
          "BYMINUTE",
          "BYSECOND",
          "BYSETPOS",
          "WKST");

  private final String text;
  private final Map<String, String> parts = new HashMap<>();

  private RuleText(String text) {
    this.text = text;
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        add(part.strip());
      }
    }
  }

  /** The rule, or {@link Misread} with what is wrong. */
  public static Rule read(String text) {
    return RuleLimits.checked(new RuleText(text.strip().toUpperCase(Locale.ROOT)).rule(), text);
  }

  private void add(String part) {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    if (equals < 0 || !KNOWN.contains(name)) {
      throw bad("has the part \"" + part + "\", which RFC 5545 section 3.3.10 does not know");
    }
    if (parts.put(name, part.substring(equals + 1)) != null) {
      throw bad("gives " + name + " twice");
    }
  }

  private Rule rule() {
    return new Rule(
        frequency(),
        number("INTERVAL", 1),
        number("COUNT", 0),
        until(),
        numbers("BYMONTH", 1, 12, false),
        numbers("BYWEEKNO", 1, 53, true),
        numbers("BYYEARDAY", 1, 366, true),
        numbers("BYMONTHDAY", 1, 31, true),
        weekdays(),
        numbers("BYHOUR", 0, 23, false),
        numbers("BYMINUTE", 0, 59, false),
        seconds(),
        numbers("BYSETPOS", 1, 366, true),
        weekStart());
  }

  private Frequency frequency() {
    String value = parts.get("FREQ");
    for (Frequency frequency : Frequency.values()) {
      if (frequency.name().equals(value)) {
        return frequency;
      }
    }
    throw bad("needs FREQ, one of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY");
  }

  private long number(String name, long absent) {
    String value = parts.get(name);
    if (value == null) {
      return absent;
    }
    int number = integer(name, value);
    if (number < 1) {
      throw bad("has " + name + "=" + value + ", expected 1 or more");
    }
    return number;
  }

  private @Nullable When until() {
    String value = parts.get("UNTIL");
    return value == null ? null : TimeText.when(value, null);
  }

  private List<Integer> numbers(String name, int least, int most, boolean negative) {
    String value = parts.get(name);
    if (value == null) {
      return List.of();
    }
    Set<Integer> numbers = new TreeSet<>();
    for (String one : value.split(",", -1)) {
      int number = integer(name, one);
      int size = negative ? Math.abs(number) : number;
      if (size < least || size > most) {
        throw bad("has " + name + "=" + value + ", expected " + least + " to " + most);
      }
      numbers.add(number);
    }
    return List.copyOf(numbers);
  }

  /** A leap second is the last ordinary one. */
  private List<Integer> seconds() {
    return numbers("BYSECOND", 0, 60, false).stream().map(s -> Math.min(s, 59)).distinct().toList();
  }

  private List<WeekdayPart> weekdays() {
    String value = parts.get("BYDAY");
    if (value == null) {
      return List.of();
    }
    List<WeekdayPart> days = new ArrayList<>();
    for (String one : value.split(",", -1)) {
      int dayAt = Math.max(0, one.length() - 2);
      int ordinal = dayAt == 0 ? 0 : integer("BYDAY", one.substring(0, dayAt));
      if (Math.abs(ordinal) > 53 || (dayAt > 0 && ordinal == 0)) {
        throw bad("has BYDAY=" + value + ", expected at most the 53rd of a weekday");
      }
      days.add(new WeekdayPart(ordinal, weekday("BYDAY", one.substring(dayAt))));
    }
    return List.copyOf(days);
  }

  private DayOfWeek weekStart() {
    String value = parts.get("WKST");
    return value == null ? DayOfWeek.MONDAY : weekday("WKST", value);
  }

  private DayOfWeek weekday(String name, String value) {
    int at = value.length() == 2 ? "MO TU WE TH FR SA SU".indexOf(value) : -1;
    if (at < 0 || at % 3 != 0) {
      throw bad("has " + name + " with \"" + value + "\", expected MO, TU, WE, TH, FR, SA or SU");
    }
    return DayOfWeek.of(at / 3 + 1);
  }

  private int integer(String name, String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw bad("has " + name + " with \"" + value + "\", expected a number");
    }
  }

  private Misread bad(String what) {
    return new Misread(CalendarProblem.BAD_RULE, "the rule " + text + " " + what);
  }
}
