package dev.interlock.changes;

import dev.interlock.estate.Calendar;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds small estates for calendar tests: plants, shifts, and calendars inline or as files. */
final class TestEstate {

  static final String ENVIRONMENT = "production";

  private final List<Entry<?>> entries = new ArrayList<>();
  private final Map<String, PlantDraft> plants = new LinkedHashMap<>();
  private final List<String> environmentCalendars = new ArrayList<>();
  private final Map<String, String> files = new HashMap<>();
  private String organisationZone = "UTC";
  private @Nullable String current;

  private record PlantDraft(ZoneId zone, List<Plant.Shift> shifts, List<String> calendars) {}

  /** An estate that begins with one plant; what follows belongs to it. */
  static TestEstate plant(String name, String zone) {
    return new TestEstate().andPlant(name, zone);
  }

  /** An estate that begins with the environment's own calendars. */
  static TestEstate environment(String zone) {
    TestEstate estate = new TestEstate();
    estate.organisationZone = zone;
    return estate;
  }

  TestEstate andPlant(String name, String zone) {
    plants.put(name, new PlantDraft(ZoneId.of(zone), new ArrayList<>(), new ArrayList<>()));
    current = name;
    return this;
  }

  /** What follows belongs to the environment. */
  TestEstate andEnvironment() {
    current = null;
    return this;
  }

  TestEstate shift(String start, String end) {
    return shift(start, end, List.of(DayOfWeek.values()), false);
  }

  TestEstate shift(String start, String end, List<DayOfWeek> days, boolean changesAllowed) {
    currentPlant()
        .shifts()
        .add(
            new Plant.Shift(
                "Shift " + start,
                days,
                LocalTime.parse(start),
                LocalTime.parse(end),
                changesAllowed));
    return this;
  }

  /** A calendar whose file holds one event with these lines. */
  TestEstate file(String name, Calendar.Effect effect, String eventLines) {
    return wholeFile(
        name, effect, ics("BEGIN:VEVENT\nUID:" + name + "\n" + eventLines + "\nEND:VEVENT"));
  }

  /** A calendar with this file. */
  TestEstate wholeFile(String name, Calendar.Effect effect, String text) {
    return calendarFile(name, effect, List.of(), text);
  }

  /** A calendar with this file, for some tiers. */
  TestEstate calendarFile(String name, Calendar.Effect effect, List<String> tiers, String text) {
    files.put(name, text);
    return calendar(
        name, new Calendar(name, effect, null, name + ".ics", List.of(), tiers, List.of()));
  }

  /** A calendar with one inline event. */
  TestEstate inline(String name, Calendar.Effect effect, Calendar.Event event) {
    return calendar(
        name, new Calendar(name, effect, null, null, List.of(event), List.of(), List.of()));
  }

  TestEstate calendar(String name, Calendar calendar) {
    add(Kind.CALENDAR, name, calendar);
    return uses(name);
  }

  /** Names a calendar that may or may not exist. */
  TestEstate uses(String name) {
    (current == null ? environmentCalendars : currentPlant().calendars()).add(name);
    return this;
  }

  Windows windows() {
    return Windows.of(estate(), files, ENVIRONMENT);
  }

  Estate estate() {
    List<Entry<?>> all = new ArrayList<>(entries);
    plants.forEach((name, draft) ->
        all.add(
            entry(
                Kind.PLANT,
                name,
                new Plant(
                    name,
                    // An office need not say when it works: these tests look at calendars alone.
                    Plant.SiteType.OFFICE,
                    draft.zone(),
                    null,
                    null,
                    Criticality.HIGH,
                    draft.shifts(),
                    null,
                    null,
                    draft.calendars()))));
    all.add(
        entry(
            Kind.ORGANIZATION,
            "group",
            new Organization(
                "Group",
                Currency.getInstance("EUR"),
                ZoneId.of(organisationZone),
                null,
                null,
                List.of())));
    all.add(entry(Kind.ENVIRONMENT, ENVIRONMENT, environmentSpec()));
    return new Estate(all);
  }

  /** The text of a calendar with these components. */
  static String ics(String components) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + components + "\nEND:VCALENDAR\n";
  }

  private Environment environmentSpec() {
    return new Environment(
        "Production",
        Tier.PRODUCTION,
        Environment.Hosting.DEDICATED,
        "westeurope",
        null,
        null,
        null,
        List.copyOf(plants.keySet()),
        List.of(),
        List.of(),
        null,
        environmentCalendars,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  private PlantDraft currentPlant() {
    PlantDraft draft = current == null ? null : plants.get(current);
    if (draft == null) {
      throw new IllegalStateException("no plant was begun");
    }
    return draft;
  }

  private void add(Kind kind, String name, Spec spec) {
    entries.add(entry(kind, name, spec));
  }

  private static <S extends Spec> Entry<S> entry(Kind kind, String name, S spec) {
    return new Entry<>(kind, name, Map.of(), spec, new SourceRef("estate.yaml", 3, 1));
  }
}
