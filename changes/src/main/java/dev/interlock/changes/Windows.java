package dev.interlock.changes;

import dev.interlock.changes.calendar.CalendarBinder;
import dev.interlock.changes.calendar.CalendarProblem;
import dev.interlock.changes.calendar.source.Source;
import dev.interlock.changes.calendar.window.LoadedWindows;
import dev.interlock.changes.calendar.window.WindowSearch;
import dev.interlock.estate.Calendar;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an environment may be changed: the calendars and shifts of every plant it serves, each in
 * the plant's own time zone, and its own calendars. Immutable; calendars are read when it is made.
 *
 * <p>FREEZE forbids whatever else is allowed. BUSY forbids unless ALLOW covers it: ALLOW of a plant
 * lifts BUSY of that plant, ALLOW of the environment lifts all BUSY. Times are exact to the second.
 */
public final class Windows {

  /** As far as a search goes. */
  public static final Duration FARTHEST = Duration.ofDays(400);

  /** As long as a slot may be: 25 years. */
  public static final Duration LONGEST = Duration.ofDays(25 * 365);

  private static final Duration FIRST_LOOK = Duration.ofDays(14);
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

  private final List<Source> sources;
  private final @Nullable LoadedWindows prepared;

  private Windows(List<Source> sources, @Nullable LoadedWindows prepared) {
    this.sources = sources;
    this.prepared = prepared;
  }

  /**
   * The windows of an environment. What is wrong with its calendars is kept in {@link #problems()}
   * and makes answers that rest on it unknown.
   *
   * @param calendarFiles the text of each iCalendar file by the name of the Calendar that names it
   */
  public static Windows of(Estate estate, Map<String, String> calendarFiles, String environment) {
    return new Windows(List.copyOf(CalendarBinder.bind(estate, calendarFiles, environment)), null);
  }

  /**
   * The same windows with every occurrence between two instants in memory: for a process that
   * answers many questions. Questions beyond it are answered too, at the price of the first.
   */
  public Windows prepared(Instant from, Instant until) {
    return new Windows(
        sources, LoadedWindows.load(sources, from.getEpochSecond(), until.getEpochSecond()));
  }

  /** Everything that is wrong with the calendars, warnings included. */
  public List<Diagnostic> problems() {
    return sources.stream().flatMap(source -> source.problems().stream()).distinct().toList();
  }

  /** The calendars and shifts that have a say on such a change, with the digest of each. */
  public List<String> asked(WindowScope scope) {
    return sources.stream()
        .filter(source -> has(source, scope))
        .map(Source::label)
        .distinct()
        .toList();
  }

  private static boolean has(Source source, WindowScope scope) {
    Calendar.Effect effect = source.effect();
    return effect == null
        || (scope.asks(effect) && scope.holds(effect, source.tiers(), source.services()));
  }

  /**
   * Whether a slot is free as a whole.
   *
   * @param start its start; part of a second counts as the whole
   * @param length how long it takes, at least a second, at most {@link #LONGEST}
   * @param scope for which change
   */
  public WindowAnswer at(Instant start, Duration length, WindowScope scope) {
    List<Diagnostic> beyond = beyond(start, length);
    if (!beyond.isEmpty()) {
      return new WindowAnswer.Unknown(beyond, List.of());
    }
    long begin = start.getEpochSecond();
    long end = Math.max(ceilSecond(start.plus(length)), begin + 1);
    LoadedWindows near = covering(begin, end, end);
    WindowAnswer answer = near.scoped(scope).at(begin, end);
    return reaches(answer, near.until()) ? whole(begin, end, scope) : answer;
  }

  /** What closes a slot, each to its own end: looked at as far ahead as the last one reaches. */
  private WindowAnswer whole(long begin, long end, WindowScope scope) {
    long ahead = FIRST_LOOK.toSeconds();
    while (true) {
      long horizon = end + Math.min(ahead, FARTHEST.toSeconds());
      WindowAnswer answer = covering(begin, horizon, horizon).scoped(scope).at(begin, end);
      if (!reaches(answer, horizon) || ahead >= FARTHEST.toSeconds()) {
        return answer;
      }
      ahead *= 4;
    }
  }

  /** True when what closes a slot may go on past what was looked at. */
  private static boolean reaches(WindowAnswer answer, long horizon) {
    return answer instanceof WindowAnswer.Closed(List<Closure> closures)
        && closures.getFirst().until().toEpochSecond() >= horizon;
  }

  /**
   * The earliest slot that is free as a whole.
   *
   * @param from the earliest start that is asked for
   * @param length how long it takes, at least a second, at most {@link #LONGEST}
   * @param scope for which change
   * @param within how far after {@code from} it may start, at most {@link #FARTHEST}
   */
  public NextWindow next(Instant from, Duration length, WindowScope scope, Duration within) {
    List<Diagnostic> beyond = beyond(from, length);
    if (!beyond.isEmpty()) {
      return new NextWindow.Unknown(beyond);
    }
    Duration farthest = within.compareTo(FARTHEST) > 0 ? FARTHEST : within;
    long first = ceilSecond(from);
    long last = from.plus(farthest).getEpochSecond();
    long seconds = Math.max(1, ceilSecond(Instant.EPOCH.plus(length)));
    return new WindowSearch(this::covering, scope, first, last, seconds).result();
  }

  /** Nobody keeps calendars for such times: an answer would be made up, and take for ever. */
  private List<Diagnostic> beyond(Instant start, Duration length) {
    boolean far = start.isBefore(EARLIEST) || start.isAfter(LATEST);
    if (!far && length.compareTo(LONGEST) <= 0) {
      return List.of();
    }
    String what =
        far
            ? "calendars are read for the years 1900 to 2499, not for " + start
            : "a change of more than " + LONGEST.toDays() + " days can't be judged";
    return List.of(CalendarProblem.OUT_OF_RANGE.at(SourceRef.file("window"), what));
  }

  /** Occurrences over a range: those in memory when they reach, otherwise worked out now. */
  private LoadedWindows covering(long from, long least, long most) {
    return prepared != null && prepared.covers(from, most)
        ? prepared
        : LoadedWindows.load(sources, from, least);
  }

  private static long ceilSecond(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }
}
