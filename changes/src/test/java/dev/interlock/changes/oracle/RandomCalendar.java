package dev.interlock.changes.oracle;

import dev.interlock.changes.oracle.OracleRule.Freq;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Makes up rules and events: small for small seeds, odd for all of them. */
public final class RandomCalendar {

  /** Zones with ordinary, half-hour, backward and day-wide clock changes. */
  public static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Vienna"),
          ZoneId.of("America/Chicago"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("Africa/Casablanca"));

  private final RandomGenerator random;
  private final boolean withinDay;

  /**
   * @param withinDay whether rules of minutes and hours are made up too
   */
  public RandomCalendar(RandomGenerator random, boolean withinDay) {
    this.random = random;
    this.withinDay = withinDay;
  }

  public ZoneId zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  /** An event that starts within some hundred days before or after a local time. */
  public OracleEvent event(LocalDateTime around) {
    OracleEvent event = new OracleEvent();
    event.start =
        around
            .plusDays(random.nextInt(-250, 30))
            .withHour(chance(2) ? random.nextInt(24) : random.nextInt(4))
            .withMinute(random.nextInt(4) * 15);
    event.wholeDay = chance(4);
    if (event.wholeDay) {
      event.start = event.start.toLocalDate().atStartOfDay();
      event.days = random.nextInt(1, 4);
      event.byEnd = chance(2);
    } else {
      event.zone = chance(2) ? null : chance(3) ? ZoneOffset.UTC : zone();
      event.days = chance(5) ? random.nextInt(1, 3) : 0;
      event.minutes = event.days > 0 && chance(2) ? 0 : random.nextInt(1, 40) * 15;
      event.byEnd = chance(2);
    }
    if (!chance(6)) {
      event.rule = rule(event);
      exceptions(event);
    }
    if (!event.wholeDay && chance(3)) {
      event.addedInstants.add(aroundClockChange(event.zone == null ? zone() : event.zone, around));
    }
    return event;
  }

  /** A quarter of an hour near the next clock change, or anywhere where clocks don't change. */
  private Instant aroundClockChange(ZoneId zone, LocalDateTime around) {
    Instant from = around.toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    Instant middle =
        change == null ? from.plusSeconds(86_400L * random.nextInt(60)) : change.getInstant();
    return middle.plusSeconds(900L * random.nextInt(-8, 8));
  }

  /** An event that takes at least one minute of a range, unless ten tries give none. */
  public OracleEvent busyEvent(LocalDateTime around, ZoneId fallback, Instant from, int minutes) {
    OracleEvent event = event(around);
    for (int tries = 0; tries < 10 && event.minutes(fallback, from, minutes).isEmpty(); tries++) {
      event = event(around);
    }
    return event;
  }

  private void exceptions(OracleEvent event) {
    OracleRule rule = event.rule;
    if (rule == null || event.byEnd) {
      // The exact length of an override is measured on the override; keep the oracle plain.
      return;
    }
    List<LocalDateTime> starts = rule.starts(event.start, event.start.plusDays(200));
    for (LocalDateTime start : starts.subList(0, Math.min(starts.size(), 40))) {
      if (chance(8)) {
        event.excluded.add(start);
      } else if (chance(10)) {
        event.moved.put(
            start,
            chance(3)
                ? null
                : start.plusDays(random.nextInt(-3, 4)).plusMinutes(event.wholeDay ? 0 : 15));
        if (event.zone != null && chance(2)) {
          event.outdated.put(start, start.plusDays(random.nextInt(-3, 4)).plusMinutes(30));
        }
      }
    }
    if (chance(4)) {
      event.added.add(event.start.plusDays(random.nextInt(1, 200)));
    }
  }

  private OracleRule rule(OracleEvent event) {
    OracleRule rule = new OracleRule();
    rule.freq = frequency(event);
    rule.interval = chance(2) ? 1 : random.nextInt(1, rule.freq == Freq.MINUTELY ? 2000 : 5);
    if (chance(3)) {
      rule.weekStart = DayOfWeek.of(random.nextInt(1, 8));
    }
    dayParts(rule);
    if (!event.wholeDay) {
      timeParts(rule);
    }
    boolean picks = rule.text().contains(";BY");
    if (picks && chance(3)) {
      rule.positions = some(1, 4, true, 2);
    }
    end(rule, event);
    return rule;
  }

  private Freq frequency(OracleEvent event) {
    List<Freq> all = List.of(Freq.values());
    return all.get(random.nextInt(event.wholeDay || !withinDay || chance(2) ? 2 : 0, all.size()));
  }

  private void dayParts(OracleRule rule) {
    boolean coarse = rule.freq == Freq.MONTHLY || rule.freq == Freq.YEARLY;
    if (chance(3)) {
      rule.months = some(1, 12, false, 5);
    }
    if (rule.freq == Freq.YEARLY && chance(2)) {
      rule.weekNumbers = some(1, 53, true, 20);
    }
    boolean daysOfYear = rule.freq == Freq.YEARLY || rule.freq.compareTo(Freq.DAILY) < 0;
    if (daysOfYear && chance(5)) {
      rule.yearDays = some(1, 366, true, 60);
    }
    if (rule.freq != Freq.WEEKLY && chance(3)) {
      rule.monthDays = some(1, 31, true, 6);
    }
    if (chance(2)) {
      boolean ordinals = coarse && rule.weekNumbers.isEmpty() && chance(2);
      TreeSet<String> seen = new TreeSet<>();
      List<OracleRule.Day> days = new ArrayList<>();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        int n = ordinals ? random.nextInt(-5, 6) : 0;
        OracleRule.Day day = new OracleRule.Day(n, DayOfWeek.of(random.nextInt(1, 8)));
        if (seen.add(day.text())) {
          days.add(day);
        }
      }
      rule.days = days;
    }
  }

  private void timeParts(OracleRule rule) {
    if (chance(4) || (rule.freq == Freq.MINUTELY && rule.interval < 30)) {
      rule.hours = some(0, 23, false, 3);
    }
    if (chance(5)) {
      rule.minutes = some(0, 59, false, 3);
    }
  }

  private void end(OracleRule rule, OracleEvent event) {
    if (chance(4)) {
      rule.count = random.nextInt(1, 60);
    } else if (chance(4)) {
      // A local end is compared on the clock; a UTC start makes it UTC.
      LocalDateTime until = event.start.plusDays(random.nextInt(100, 500));
      rule.until = until;
      rule.untilText =
          event.wholeDay
              ? DateTimeFormatter.BASIC_ISO_DATE.format(until)
              : DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").format(until)
                  + (ZoneOffset.UTC.equals(event.zone) ? "Z" : "");
    }
  }

  private List<Integer> some(int least, int most, boolean negative, int atMost) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int i = random.nextInt(1, atMost + 1); i > 0; i--) {
      int number = random.nextInt(least, most + 1);
      numbers.add(negative && chance(3) ? -number : number);
    }
    return List.copyOf(numbers);
  }

  /** True once in so many times. */
  public boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
