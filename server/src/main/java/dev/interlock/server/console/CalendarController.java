package dev.interlock.server.console;

import dev.interlock.changes.Windows;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Tier;
import dev.interlock.server.console.CalendarPage.Tick;
import dev.interlock.server.estate.CurrentEstate;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The calendar: every plant of an environment side by side. */
@Controller
class CalendarController {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);
  private static final int DAYS = 14;
  private static final int MOST_DAYS = 60;

  private final CurrentEstate estate;
  private final LiveBoard board;
  private final Queue queue;
  private final Shells shells;
  private final InstantSource clock;

  CalendarController(
      CurrentEstate estate, LiveBoard board, Queue queue, Shells shells, InstantSource clock) {
    this.estate = estate;
    this.board = board;
    this.queue = queue;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/calendar")
  ModelAndView calendar(
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(defaultValue = "" + DAYS) int days,
      HttpServletRequest request) {
    Instant now = clock.instant();
    Estate current = estate.state().loaded().estate();
    String name = environment == null ? usual(current) : environment;
    Environment chosen =
        current
            .find(Environment.class, name)
            .orElseThrow(() -> missing("There is no environment " + name + "."));
    ZoneId viewer = zone(zone, BoardController.zone(current));
    LocalDate first = date(from, LocalDate.ofInstant(now, viewer));
    int length = Math.clamp(days, 1, MOST_DAYS);
    Instant begin = first.atStartOfDay(viewer).toInstant();
    Duration span =
        Duration.between(begin, first.plusDays(length).atStartOfDay(viewer).toInstant());
    Windows windows = Objects.requireNonNull(board.windows(now).get(name), name);
    CalendarLanes lanes = new CalendarLanes(current, windows, begin, span);
    String query = "/calendar?environment=" + name + "&zone=" + viewer + "&days=" + length;
    CalendarPage page =
        new CalendarPage(
            shells.of("Calendar", "/calendar", request),
            name,
            List.copyOf(current.all(Environment.class).keySet()),
            viewer.getId(),
            zones(current, viewer),
            length,
            query + "&from=" + first.minusDays(length),
            query + "&from=" + first.plusDays(length),
            ticks(first, length, viewer, lanes),
            lanes.of(chosen, BoardController.zone(current)),
            now.isBefore(begin) || now.isAfter(begin.plus(span)) ? -1 : lanes.x(now),
            lanes.problems(),
            new PlannedChanges(queue, lanes).of(name, now));
    return new ModelAndView("calendar", Map.of("page", page));
  }

  /** Production with most plants is what people come for. */
  private static String usual(Estate estate) {
    return estate.all(Environment.class).entrySet().stream()
        .max(
            Comparator.comparingInt(e ->
                (e.getValue().tier() == Tier.PRODUCTION ? 1000 : 0) + e.getValue().plants().size()))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> missing("The estate declares no environment."));
  }

  private static List<Tick> ticks(LocalDate first, int days, ZoneId zone, CalendarLanes lanes) {
    List<Tick> ticks = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      ZonedDateTime start = first.plusDays(day).atStartOfDay(zone);
      ticks.add(new Tick(lanes.x(start.toInstant()), DAY.format(start)));
    }
    return ticks;
  }

  private static List<String> zones(Estate estate, ZoneId viewer) {
    return Stream.concat(
            Stream.of(viewer.getId(), "UTC", BoardController.zone(estate).getId()),
            estate.all(Plant.class).values().stream().map(p -> p.timeZone().getId()))
        .distinct()
        .toList();
  }

  private static ZoneId zone(@Nullable String asked, ZoneId usual) {
    try {
      return asked == null ? usual : ZoneId.of(asked);
    } catch (DateTimeException _) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "There is no such time zone; expected one like Europe/Vienna.");
    }
  }

  private static LocalDate date(@Nullable String asked, LocalDate usual) {
    try {
      LocalDate date = asked == null ? usual : LocalDate.parse(asked);
      if (date.getYear() < 1970 || date.getYear() > 9999) {
        throw new DateTimeException("beyond all calendars");
      }
      return date;
    } catch (DateTimeException _) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "This is no date; expected one like 2026-11-21.");
    }
  }

  private static ResponseStatusException missing(String message) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
  }
}
