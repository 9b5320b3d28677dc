package dev.interlock.recovery;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Plant.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When people last worked with an environment, by the shifts of its plants. A loss that is assumed
 * at night would be measured from the evening before, though nobody worked in between.
 */
public final class LastWork {

  /** Longer ago than a week says a shift nothing: it comes every week. */
  private static final int DAYS = 8;

  private LastWork() {}

  /**
   * The last moment at which somebody was at work; holidays are not known here.
   *
   * @return {@code now} while somebody works, and when no plant says when it does
   */
  public static Instant before(Estate estate, String environment, Instant now) {
    return estate.find(Environment.class, environment).stream()
        .flatMap(found -> found.plants().stream())
        .map(plant -> estate.find(Plant.class, plant))
        .flatMap(Optional::stream)
        .flatMap(plant -> ends(plant, now))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private static Stream<Instant> ends(Plant plant, Instant now) {
    LocalDate today = now.atZone(plant.timeZone()).toLocalDate();
    return plant.shifts().stream()
        .flatMap(shift ->
            today
                .minusDays(DAYS)
                .datesUntil(today.plusDays(1))
                .filter(day -> shift.days().contains(day.getDayOfWeek()))
                .filter(day -> !at(day, shift.start(), plant.timeZone()).isAfter(now))
                .map(day -> end(day, shift, plant.timeZone())))
        .map(end -> end.isAfter(now) ? now : end);
  }

  private static Instant end(LocalDate day, Shift shift, ZoneId zone) {
    return at(shift.end().isAfter(shift.start()) ? day : day.plusDays(1), shift.end(), zone);
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }
}
