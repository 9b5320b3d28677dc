package dev.interlock.changes.calendar;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.calendar.ics.IcsReader;
import dev.interlock.changes.calendar.source.BoundSeries;
import dev.interlock.changes.calendar.source.Series;
import dev.interlock.changes.calendar.source.ShiftTimeline;
import dev.interlock.changes.calendar.source.Source;
import dev.interlock.changes.calendar.source.Timeline;
import dev.interlock.changes.calendar.time.Zone;
import dev.interlock.document.RecordWriter;
import dev.interlock.estate.Calendar;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Organization;
import dev.interlock.estate.Plant;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds what an environment's calendars say to the plants it serves: each calendar once per plant,
 * in that plant's time zone.
 */
public final class CalendarBinder {

  /** The name under which a plant's shifts appear beside its calendars. */
  public static final String SHIFTS = "shifts";

  private final RecordWriter writer = new RecordWriter();
  private final Estate estate;
  private final Map<String, String> files;
  private final Map<String, Entry<?>> calendars = new HashMap<>();
  private final Map<String, CalendarContent> contents = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();

  private CalendarBinder(Estate estate, Map<String, String> files) {
    this.estate = estate;
    this.files = files;
    estate.entries(Kind.CALENDAR).forEach(entry -> calendars.put(entry.name(), entry));
  }

  /** Everything that says when the environment may be changed. */
  public static List<Source> bind(Estate estate, Map<String, String> files, String environment) {
    CalendarBinder binder = new CalendarBinder(estate, files);
    SourceRef place = binder.place(Kind.ENVIRONMENT, environment);
    Environment spec = estate.find(Environment.class, environment).orElse(null);
    if (spec == null) {
      binder.missing(
          environment,
          null,
          CalendarProblem.NO_SUCH_ENVIRONMENT.at(place, noSuch("environment", environment)));
      return binder.sources;
    }
    for (String plant : new LinkedHashSet<>(spec.plants())) {
      binder.plant(plant, place);
    }
    ZoneId own =
        estate.all(Organization.class).values().stream()
            .findFirst()
            .map(Organization::timeZone)
            .orElse(null);
    for (String calendar : new LinkedHashSet<>(spec.calendars())) {
      binder.calendar(calendar, null, own, place);
    }
    return binder.sources;
  }

  private void plant(String name, SourceRef usedAt) {
    Plant plant = estate.find(Plant.class, name).orElse(null);
    if (plant == null) {
      missing(name, name, CalendarProblem.NO_SUCH_PLANT.at(usedAt, noSuch("plant", name)));
      return;
    }
    SourceRef place = place(Kind.PLANT, name);
    Zone zone = Zone.of(plant.timeZone());
    List<Timeline> shifts = new ArrayList<>();
    for (Plant.Shift shift : plant.shifts()) {
      if (!shift.changesAllowed()) {
        shifts.add(new ShiftTimeline(shift, zone));
      }
    }
    sources.add(
        new Source(
            SHIFTS,
            name,
            Calendar.Effect.BUSY,
            plant.timeZone(),
            Set.of(),
            Set.of(),
            shifts,
            List.of(),
            place,
            digest(writer.toJson(plant.shifts())),
            WorkingTimes.leftToCalendars(plant)));
    for (String calendar : new LinkedHashSet<>(plant.calendars())) {
      calendar(calendar, name, plant.timeZone(), place);
    }
  }

  private void calendar(
      String name, @Nullable String plant, @Nullable ZoneId own, SourceRef usedAt) {
    Entry<?> entry = calendars.get(name);
    if (entry == null || !(entry.spec() instanceof Calendar calendar)) {
      missing(name, plant, CalendarProblem.NO_SUCH_CALENDAR.at(usedAt, noSuch("calendar", name)));
      return;
    }
    CalendarContent content = contents.computeIfAbsent(name, _ -> content(entry, calendar));
    ZoneId zone = calendar.timeZone() == null ? own : calendar.timeZone();
    List<Diagnostic> problems = new ArrayList<>(content.problems());
    if (zone == null) {
      problems.add(
          CalendarProblem.NO_TIME_ZONE.at(
              entry.source(), "the calendar has no time zone, and no Organization gives one"));
    }
    List<Timeline> timelines = bound(content, zone, entry.source(), problems);
    sources.add(
        new Source(
            name,
            plant,
            calendar.effect(),
            own == null ? ZoneOffset.UTC : own,
            Set.copyOf(calendar.tiers()),
            Set.copyOf(calendar.services()),
            timelines,
            problems,
            entry.source(),
            digest(calendar, files.get(name)),
            false));
  }

  /** Its events in their zone; those that don't fit it are problems. */
  private static List<Timeline> bound(
      CalendarContent content, @Nullable ZoneId zone, SourceRef place, List<Diagnostic> problems) {
    Zone in = Zone.of(zone == null ? ZoneOffset.UTC : zone);
    List<Timeline> timelines = new ArrayList<>();
    for (Series series : content.series()) {
      try {
        timelines.add(new BoundSeries(series, in));
      } catch (Misread e) {
        problems.add(e.problem().at(place, series.summary() + ": " + e.text()));
      }
    }
    return timelines;
  }

  private CalendarContent content(Entry<?> entry, Calendar calendar) {
    CalendarContent inline = InlineEvents.read(calendar.events(), entry.source());
    String file = calendar.file();
    return file == null ? inline : inline.and(fromFile(entry, calendar, file));
  }

  private CalendarContent fromFile(Entry<?> entry, Calendar calendar, String file) {
    String text = files.get(entry.name());
    if (text == null) {
      Diagnostic problem =
          CalendarProblem.FILE_UNREADABLE.at(
              entry.source(), "spec.file: the calendar file \"" + file + "\" could not be read");
      return new CalendarContent(List.of(), List.of(problem));
    }
    String name = fileName(entry.source().file(), file);
    return IcsReader.read(text, name, calendar.effect() != Calendar.Effect.ALLOW);
  }

  /** The file as diagnostics call it: relative to the document that names it. */
  private static String fileName(String document, String file) {
    return document.substring(0, document.lastIndexOf('/') + 1) + file;
  }

  private void missing(String name, @Nullable String plant, Diagnostic problem) {
    sources.add(
        new Source(
            name,
            plant,
            null,
            ZoneOffset.UTC,
            Set.of(),
            Set.of(),
            List.of(),
            List.of(problem),
            problem.source(),
            "",
            false));
  }

  /** Of its file alone where it has no other events, so that anyone can compute it. */
  private String digest(Calendar calendar, @Nullable String file) {
    String own =
        calendar.events().isEmpty() && file != null ? "" : writer.toJson(calendar.events());
    return digest(own + (file == null ? "" : file));
  }

  private static String digest(String text) {
    return ChangeDigest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private SourceRef place(Kind kind, String name) {
    return estate.entries(kind).stream()
        .filter(entry -> entry.name().equals(name))
        .map(Entry::source)
        .findFirst()
        .orElse(SourceRef.file("estate"));
  }

  private static String noSuch(String what, String name) {
    return "there is no " + what + " \"" + name + "\", so its calendars are unknown";
  }
}
