package dev.interlock.changes.calendar.window;

import dev.interlock.changes.BlockedStarts;
import dev.interlock.changes.Closure;
import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the earliest free slot by jumping from closure to closure: each jump is a step of the
 * proof. Calendars are worked out in growing pieces, because the answer is mostly near.
 */
public final class WindowSearch {

  /** Where occurrences come from. */
  @FunctionalInterface
  public interface Calendars {
    /**
     * Occurrences from an instant on, in epoch seconds.
     *
     * @param least what has to be worked out if it is not known yet
     * @param most what would be best, if it is known already
     */
    LoadedWindows covering(long from, long least, long most);
  }

  private static final long FIRST_PIECE = Duration.ofDays(14).toSeconds();
  private static final int GROWTH = 4;

  private final Calendars calendars;
  private final WindowScope scope;
  private final long first;
  private final long last;
  private final long seconds;
  private final List<BlockedStarts> blocked = new ArrayList<>();

  /** Slots of {@code seconds} that start between two instants, both included, in epoch seconds. */
  public WindowSearch(Calendars calendars, WindowScope scope, long first, long last, long seconds) {
    this.calendars = calendars;
    this.scope = scope;
    this.first = first;
    this.last = last;
    this.seconds = seconds;
  }

  /** The answer. */
  public NextWindow result() {
    long start = first;
    long piece = FIRST_PIECE;
    LoadedWindows loaded = load(start, piece);
    ScopedWindows scoped = loaded.scoped(scope);
    while (start <= last) {
      if (start + seconds > loaded.until()) {
        piece *= GROWTH;
        loaded = load(start, piece);
        scoped = loaded.scoped(scope);
      }
      if (!scoped.problems().isEmpty()) {
        return new NextWindow.Unknown(scoped.problems());
      }
      Closure closure = scoped.longest(start, start + seconds);
      if (closure == null) {
        return new NextWindow.Found(
            Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds), blocked);
      }
      long next = closure.until().toEpochSecond();
      block(new BlockedStarts(Instant.ofEpochSecond(start), Instant.ofEpochSecond(next), closure));
      start = next;
    }
    return new NextWindow.None(Instant.ofEpochSecond(last), blocked);
  }

  private LoadedWindows load(long start, long piece) {
    return calendars.covering(start, Math.min(start + piece, last) + seconds, last + seconds);
  }

  /** Steps that go on for the same reason are one step: ranges are worked out in pieces. */
  private void block(BlockedStarts step) {
    if (!blocked.isEmpty()) {
      BlockedStarts before = blocked.getLast();
      Closure earlier = before.because();
      Closure later = step.because();
      if (earlier.sameReason(later) && !earlier.until().isBefore(later.from())) {
        Closure both =
            new Closure(
                earlier.kind(),
                earlier.plant(),
                earlier.calendar(),
                earlier.summary(),
                earlier.from(),
                later.until());
        blocked.set(blocked.size() - 1, new BlockedStarts(before.from(), step.until(), both));
        return;
      }
    }
    blocked.add(step);
  }
}
