package dev.interlock.bench.windows;

import dev.interlock.estate.Calendar;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.Criticality;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Organization;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Spec;
import dev.interlock.estate.Tier;
import dev.interlock.finding.SourceRef;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An environment that serves fifty plants around the world, each with three shifts on working days,
 * weekly maintenance, month-end close by working day, holidays and stock counts.
 */
public final class FiftyPlants {

  /** Name of the environment that serves all fifty. */
  public static final String ENVIRONMENT = "production";

  private static final List<String> ZONES =
      List.of(
          "Europe/Vienna",
          "America/Chicago",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "America/Sao_Paulo",
          "Asia/Shanghai",
          "Africa/Casablanca",
          "Europe/London",
          "America/Los_Angeles",
          "Pacific/Auckland");

  private final List<Entry<?>> entries = new ArrayList<>();
  private final Map<String, String> files = new HashMap<>();

  /** The estate. */
  public Estate estate() {
    List<String> plants = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      plants.add(plant("plant-" + i, ZoneId.of(ZONES.get(i % ZONES.size())), i));
    }
    add(
        Kind.ORGANIZATION,
        "group",
        new Organization(
            "Group",
            Currency.getInstance("EUR"),
            ZoneId.of("Europe/Vienna"),
            null,
            null,
            List.of()));
    add(Kind.ENVIRONMENT, ENVIRONMENT, environment(plants));
    return new Estate(entries);
  }

  /** The texts of its calendar files; after {@link #estate()}. */
  public Map<String, String> files() {
    return files;
  }

  private String plant(String name, ZoneId zone, int number) {
    List<String> calendars =
        List.of(
            calendar(
                name + "-maintenance",
                Effect.ALLOW,
                "DTSTART:20240107T060000\nDURATION:PT8H\nRRULE:FREQ=WEEKLY;BYDAY=SU"),
            calendar(
                name + "-close",
                Effect.FREEZE,
                "DTSTART:20240102T060000\nDURATION:PT36H\n"
                    + "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1"),
            calendar(
                name + "-count",
                Effect.FREEZE,
                "DTSTART;VALUE=DATE:202406" + (10 + number % 20) + "\nRRULE:FREQ=YEARLY"),
            calendar(
                name + "-mrp",
                Effect.BUSY,
                "DTSTART:20240101T220000\nDURATION:PT2H\nRRULE:FREQ=DAILY"));
    add(
        Kind.PLANT,
        name,
        new Plant(
            name,
            Plant.SiteType.PLANT,
            zone,
            null,
            null,
            Criticality.HIGH,
            shifts(),
            null,
            null,
            calendars));
    return name;
  }

  private static List<Plant.Shift> shifts() {
    List<DayOfWeek> days = List.of(DayOfWeek.values()).subList(0, 5);
    return List.of(
        new Plant.Shift("early", days, LocalTime.of(6, 0), LocalTime.of(14, 0), false),
        new Plant.Shift("late", days, LocalTime.of(14, 0), LocalTime.of(22, 0), false),
        new Plant.Shift("night", days, LocalTime.of(22, 0), LocalTime.of(6, 0), false));
  }

  private String calendar(String name, Effect effect, String event) {
    files.put(
        name,
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:bench\nBEGIN:VEVENT\nUID:1\n"
            + event
            + "\nEND:VEVENT\nEND:VCALENDAR\n");
    add(
        Kind.CALENDAR,
        name,
        new Calendar(name, effect, null, name + ".ics", List.of(), List.of(), List.of()));
    return name;
  }

  private static Environment environment(List<String> plants) {
    return new Environment(
        "Production",
        Tier.PRODUCTION,
        Environment.Hosting.DEDICATED,
        "westeurope",
        null,
        null,
        null,
        plants,
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  private <S extends Spec> void add(Kind kind, String name, S spec) {
    entries.add(new Entry<>(kind, name, Map.of(), spec, SourceRef.file("bench.yaml")));
  }
}
