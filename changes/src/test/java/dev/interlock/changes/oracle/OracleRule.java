package dev.interlock.changes.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A recurrence rule as a question: does an event with this first start begin at that minute? */
public final class OracleRule {

  /** FREQ. */
  public enum Freq {
    MINUTELY,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /** One value of BYDAY. */
  public record Day(int ordinal, DayOfWeek day) {
    String text() {
      return (ordinal == 0 ? "" : ordinal) + day.name().substring(0, 2);
    }
  }

  public Freq freq = Freq.DAILY;
  public int interval = 1;
  public int count;
  public @Nullable LocalDateTime until;
  public String untilText = "";
  public List<Integer> months = List.of();
  public List<Integer> weekNumbers = List.of();
  public List<Integer> yearDays = List.of();
  public List<Integer> monthDays = List.of();
  public List<Day> days = List.of();
  public List<Integer> hours = List.of();
  public List<Integer> minutes = List.of();
  public List<Integer> positions = List.of();
  public DayOfWeek weekStart = DayOfWeek.MONDAY;

  private final Map<Long, List<LocalDateTime>> sets = new HashMap<>();

  /** The rule as calendars write it. */
  public String text() {
    StringJoiner text = new StringJoiner(";").add("FREQ=" + freq);
    part(text, "INTERVAL", interval == 1 ? "" : "" + interval);
    part(text, "COUNT", count == 0 ? "" : "" + count);
    part(text, "UNTIL", untilText);
    part(text, "BYMONTH", numbers(months));
    part(text, "BYWEEKNO", numbers(weekNumbers));
    part(text, "BYYEARDAY", numbers(yearDays));
    part(text, "BYMONTHDAY", numbers(monthDays));
    part(text, "BYDAY", String.join(",", days.stream().map(Day::text).toList()));
    part(text, "BYHOUR", numbers(hours));
    part(text, "BYMINUTE", numbers(minutes));
    part(text, "BYSETPOS", numbers(positions));
    part(text, "WKST", weekStart == DayOfWeek.MONDAY ? "" : weekStart.name().substring(0, 2));
    return text.toString();
  }

  /** All starts up to a local time, found by asking every minute from the first start on. */
  public List<LocalDateTime> starts(LocalDateTime first, LocalDateTime end) {
    sets.clear();
    List<LocalDateTime> starts = new ArrayList<>(List.of(first));
    for (LocalDate day = first.toLocalDate();
        !day.isAfter(end.toLocalDate());
        day = day.plusDays(1)) {
      if (!dayBelongs(day, first)) {
        continue;
      }
      for (int minute = 0; minute < 1440; minute++) {
        if (!minuteBelongs(minute / 60, minute % 60, first)) {
          continue;
        }
        LocalDateTime time = day.atTime(minute / 60, minute % 60);
        boolean late = time.isAfter(end) || (until != null && time.isAfter(until));
        if (late || (count > 0 && starts.size() >= count)) {
          return starts;
        }
        if (time.isAfter(first) && aligned(time, first) && placed(time, first)) {
          starts.add(time);
        }
      }
    }
    return starts;
  }

  private boolean minuteBelongs(int hour, int minute, LocalDateTime first) {
    boolean hourBelongs =
        hours.isEmpty()
            ? freq.compareTo(Freq.DAILY) < 0 || hour == first.getHour()
            : hours.contains(hour);
    boolean minuteBelongs =
        minutes.isEmpty()
            ? freq == Freq.MINUTELY || minute == first.getMinute()
            : minutes.contains(minute);
    return hourBelongs && minuteBelongs;
  }

  private boolean aligned(LocalDateTime time, LocalDateTime first) {
    return (period(time) - period(first)) % interval == 0;
  }

  private boolean dayBelongs(LocalDate day, LocalDateTime first) {
    boolean nothing =
        yearDays.isEmpty() && weekNumbers.isEmpty() && monthDays.isEmpty() && days.isEmpty();
    if (!months.isEmpty() && !months.contains(day.getMonthValue())) {
      return false;
    }
    if (freq == Freq.YEARLY
        && nothing
        && months.isEmpty()
        && day.getMonthValue() != first.getMonthValue()) {
      return false;
    }
    if ((freq == Freq.YEARLY || freq == Freq.MONTHLY)
        && nothing
        && day.getDayOfMonth() != first.getDayOfMonth()) {
      return false;
    }
    boolean sameWeekday = day.getDayOfWeek() == first.getDayOfWeek();
    if (freq == Freq.WEEKLY && days.isEmpty() && !sameWeekday) {
      return false;
    }
    boolean onlyWeeks =
        !weekNumbers.isEmpty() && days.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty();
    return (!onlyWeeks || sameWeekday)
        && in(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
        && in(yearDays, day.getDayOfYear(), day.lengthOfYear())
        && inWeek(day)
        && inWeekdays(day);
  }

  private static boolean in(List<Integer> wanted, int number, int of) {
    return wanted.isEmpty() || wanted.contains(number) || wanted.contains(number - 1 - of);
  }

  /** A week belongs to the year in which most of its days lie; that year's weeks are counted. */
  private boolean inWeek(LocalDate day) {
    if (weekNumbers.isEmpty()) {
      return true;
    }
    LocalDate begin = weekBegin(day);
    int year = begin.plusDays(3).getYear();
    LocalDate firstWeek = weekBegin(LocalDate.of(year, 1, 4));
    LocalDate nextYear = weekBegin(LocalDate.of(year + 1, 1, 4));
    int number = (int) ChronoUnit.DAYS.between(firstWeek, begin) / 7 + 1;
    return in(weekNumbers, number, (int) ChronoUnit.DAYS.between(firstWeek, nextYear) / 7);
  }

  private LocalDate weekBegin(LocalDate day) {
    LocalDate begin = day;
    while (begin.getDayOfWeek() != weekStart) {
      begin = begin.minusDays(1);
    }
    return begin;
  }

  private boolean inWeekdays(LocalDate day) {
    if (days.isEmpty()) {
      return true;
    }
    boolean ofYear = freq == Freq.YEARLY && months.isEmpty();
    int before = same(day, ofYear, -7);
    int after = same(day, ofYear, 7);
    return days.stream()
        .filter(wanted -> wanted.day() == day.getDayOfWeek())
        .anyMatch(wanted ->
            wanted.ordinal() == 0
                || wanted.ordinal() == before + 1
                || wanted.ordinal() == -after - 1);
  }

  /** How many of the same weekday lie before or after a day in its month or year. */
  private static int same(LocalDate day, boolean ofYear, int step) {
    int found = 0;
    for (LocalDate other = day.plusDays(step);
        other.getYear() == day.getYear() && (ofYear || other.getMonth() == day.getMonth());
        other = other.plusDays(step)) {
      found++;
    }
    return found;
  }

  private boolean placed(LocalDateTime time, LocalDateTime first) {
    if (positions.isEmpty()) {
      return true;
    }
    List<LocalDateTime> set = sets.computeIfAbsent(period(time), _ -> set(time, first));
    int index = set.indexOf(time);
    return positions.contains(index + 1) || positions.contains(index - set.size());
  }

  /** Everything in the period of a time that the other parts pick, before or after the first. */
  private List<LocalDateTime> set(LocalDateTime time, LocalDateTime first) {
    List<LocalDateTime> set = new ArrayList<>();
    LocalDate day = time.toLocalDate();
    while (period(day.minusDays(1).atTime(23, 59)) == period(time)) {
      day = day.minusDays(1);
    }
    for (; period(day.atStartOfDay()) <= period(time); day = day.plusDays(1)) {
      if (!dayBelongs(day, first)) {
        continue;
      }
      for (int minute = 0; minute < 1440; minute++) {
        LocalDateTime other = day.atTime(minute / 60, minute % 60);
        if (minuteBelongs(minute / 60, minute % 60, first) && period(other) == period(time)) {
          set.add(other);
        }
      }
    }
    return set;
  }

  private long period(LocalDateTime time) {
    return switch (freq) {
      case MINUTELY -> ChronoUnit.MINUTES.between(LocalDate.EPOCH.atStartOfDay(), time);
      case HOURLY -> ChronoUnit.HOURS.between(LocalDate.EPOCH.atStartOfDay(), time);
      case DAILY -> ChronoUnit.DAYS.between(LocalDate.EPOCH, time.toLocalDate());
      case WEEKLY ->
          ChronoUnit.WEEKS.between(weekBegin(LocalDate.EPOCH), weekBegin(time.toLocalDate()));
      case MONTHLY -> time.getYear() * 12L + time.getMonthValue();
      case YEARLY -> time.getYear();
    };
  }

  private static void part(StringJoiner text, String name, String value) {
    if (!value.isEmpty()) {
      text.add(name + "=" + value);
    }
  }

  private static String numbers(List<Integer> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }
}
