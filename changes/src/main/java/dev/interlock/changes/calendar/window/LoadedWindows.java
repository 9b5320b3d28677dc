package dev.interlock.changes.calendar.window;

import dev.interlock.changes.WindowScope;
import dev.interlock.changes.calendar.source.Source;
import java.util.List;

/**
 * Every occurrence of an environment's calendars over one range.
 *
 * @param sources the calendars and shifts
 * @param from start of the range, epoch seconds
 * @param until end of the range, exclusive
 */
public record LoadedWindows(List<Source.Loaded> sources, long from, long until) {

  public LoadedWindows {
    sources = List.copyOf(sources);
  }

  /** Works the calendars out. */
  public static LoadedWindows load(List<Source> sources, long from, long until) {
    return new LoadedWindows(
        sources.stream().map(source -> source.over(from, until)).toList(), from, until);
  }

  /** True when everything between two instants is known. */
  public boolean covers(long begin, long end) {
    return from <= begin && end <= until;
  }

  /** What of it counts for a change. */
  public ScopedWindows scoped(WindowScope scope) {
    return ScopedWindows.of(this, scope);
  }
}
