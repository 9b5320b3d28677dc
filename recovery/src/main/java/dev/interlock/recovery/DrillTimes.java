package dev.interlock.recovery;

import dev.interlock.estate.DrillSchedule;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import dev.interlock.estate.Plant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * When drills of an environment are due. The day and the moment follow from the name alone, so that
 * environments do not start together and every server comes to the same answer.
 *
 * @param environment its name
 * @param schedule as the estate says
 * @param zone of the hours in which a drill may start
 */
public record DrillTimes(String environment, DrillSchedule schedule, ZoneId zone) {

  private static final double WHOLE = 1L << 32;

  /** None for an environment that is drilled by hand alone. */
  public static Optional<DrillTimes> of(Estate estate, String environment) {
    return estate
        .find(Environment.class, environment)
        .filter(found -> found.drills() != null)
        .map(found -> of(estate, environment, found));
  }

  private static DrillTimes of(Estate estate, String name, Environment environment) {
    DrillSchedule schedule = Objects.requireNonNull(environment.drills());
    ZoneId named = schedule.timeZone();
    return new DrillTimes(name, schedule, named == null ? zone(estate, environment) : named);
  }

  private static ZoneId zone(Estate estate, Environment environment) {
    return environment.plants().stream()
        .map(plant -> estate.find(Plant.class, plant))
        .flatMap(Optional::stream)
        .map(Plant::timeZone)
        .findFirst()
        .or(() ->
            estate.all(Organization.class).values().stream()
                .map(Organization::timeZone)
                .findFirst())
        .orElse(ZoneOffset.UTC);
  }

  /** The last moment at which one was due; it is never after {@code now}. */
  public Instant latest(Instant now) {
    LocalDate day = dayOnOrBefore(now.atZone(zone).toLocalDate());
    Instant due = due(day);
    return due.isAfter(now) ? due(day.minusDays(days())) : due;
  }

  /** The first moment after {@code now} at which one will be due. */
  public Instant next(Instant now) {
    LocalDate day = dayOnOrBefore(now.atZone(zone).toLocalDate());
    Instant due = due(day);
    return due.isAfter(now) ? due : due(day.plusDays(days()));
  }

  /** Whether a drill may start now: one that was missed waits for the hours of the next day. */
  public boolean open(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return within(today, now) || within(today.minusDays(1), now);
  }

  private boolean within(LocalDate day, Instant now) {
    return !now.isBefore(opens(day)) && now.isBefore(closes(day));
  }

  private LocalDate dayOnOrBefore(LocalDate day) {
    long offset = Math.floorMod(hash("day"), days());
    return day.minusDays(Math.floorMod(day.toEpochDay() - offset, days()));
  }

  /** Reckoned between instants: hours of which clocks skip or repeat some are shorter or longer. */
  private Instant due(LocalDate day) {
    Instant opens = opens(day);
    long seconds = Math.max(0, Duration.between(opens, closes(day)).toSeconds());
    return opens.plusSeconds((long) (seconds * (hash("moment") / WHOLE)));
  }

  private Instant opens(LocalDate day) {
    return at(day, start());
  }

  private Instant closes(LocalDate day) {
    LocalTime end = schedule.end() == null ? LocalTime.MIDNIGHT : schedule.end();
    return at(end.isAfter(start()) ? day : day.plusDays(1), end);
  }

  private LocalTime start() {
    LocalTime start = schedule.start();
    return start == null ? LocalTime.MIDNIGHT : start;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }

  private long days() {
    return Math.max(1, schedule.every().toDays());
  }

  /** 0 to 2^32, the same on every machine. */
  private long hash(String what) {
    CRC32C sum = new CRC32C();
    sum.update((what + "/" + environment).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
