package dev.interlock.changes.calendar.window;

import dev.interlock.changes.WindowScope;
import dev.interlock.changes.calendar.source.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every occurrence of an environment's calendars over one range. */
public final class LoadedWindows {

  /** As many kinds of change as are worth keeping; questions beyond cost more, nothing else. */
  private static final int KEPT = 256;

  private final List<Source.Loaded> sources;
  private final long from;
  private final long until;
  private final Map<WindowScope, ScopedWindows> scopes = new ConcurrentHashMap<>();

  private LoadedWindows(List<Source.Loaded> sources, long from, long until) {
    this.sources = sources;
    this.from = from;
    this.until = until;
  }

  /** The calendars and shifts. */
  List<Source.Loaded> sources() {
    return sources;
  }

  /** Start of the range, epoch seconds. */
  long from() {
    return from;
  }

  /** End of the range, exclusive, epoch seconds. */
  public long until() {
    return until;
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
    ScopedWindows known = scopes.get(scope);
    if (known == null) {
      known = ScopedWindows.of(this, scope);
      if (scopes.size() < KEPT) {
        scopes.put(scope, known);
      }
    }
    return known;
  }
}
