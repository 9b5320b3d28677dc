package dev.interlock.finding;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants as people read them, the same in every locale and wherever the program runs. */
public final class Moment {

  private static final int THREE_LETTERS = 3;

  private Moment() {}

  /** {@code Sun 2026-11-22 20:00 UTC}. */
  public static String utc(Instant instant) {
    return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
  }

  /**
   * {@code Sun 2026-11-22 21:00 Europe/Vienna (+01:00)}: the offset tells the doubled hour apart.
   */
  public static String in(ZoneId zone, Instant instant) {
    String offset = zone.getRules().getOffset(instant).getId();
    String local = local(LocalDateTime.ofInstant(instant, zone));
    return local + " " + zone.getId() + " (" + (offset.equals("Z") ? "+00:00" : offset) + ")";
  }

  /** {@code Sun 2026-11-22 21:00 Europe/Vienna}. */
  public static String of(ZonedDateTime time) {
    return minute(time) + " " + time.getZone().getId();
  }

  /** {@code Sun 2026-11-22 21:00}: for a text that names the zone elsewhere. */
  public static String minute(ZonedDateTime time) {
    return local(time.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
  }

  /** {@code Sun 2026-11-22}, the day in UTC: for what nobody knows to the hour. */
  public static String day(Instant instant) {
    LocalDateTime midnight =
        LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    return named(midnight.toLocalDate().toString(), midnight);
  }

  private static String local(LocalDateTime time) {
    boolean whole = time.getSecond() == 0 && time.getNano() == 0;
    LocalDateTime shown = time.truncatedTo(whole ? ChronoUnit.MINUTES : ChronoUnit.SECONDS);
    return named(shown.toString().replace('T', ' '), time);
  }

  private static String named(String shown, LocalDateTime time) {
    String day = time.getDayOfWeek().name();
    return day.charAt(0) + day.substring(1, THREE_LETTERS).toLowerCase(Locale.ROOT) + " " + shown;
  }
}
