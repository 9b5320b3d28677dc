package dev.interlock.changes.calendar.source;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Occurrences within a range, sorted by start, in flat arrays: a year of shifts is asked a thousand
 * times for one slot.
 */
public final class Track {

  private final long[] starts;
  private final long[] ends;

  /** The latest end of this and all occurrences before it. */
  private final long[] latestEnds;

  private final String[] summaries;

  private Track(long[] starts, long[] ends, String[] summaries) {
    this.starts = starts;
    this.ends = ends;
    this.summaries = summaries;
    this.latestEnds = new long[ends.length];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < ends.length; i++) {
      latest = Math.max(latest, ends[i]);
      latestEnds[i] = latest;
    }
  }

  /** How many occurrences there are. */
  public int size() {
    return starts.length;
  }

  /** Start of an occurrence, epoch seconds. */
  public long start(int index) {
    return starts[index];
  }

  /** End of an occurrence, exclusive, epoch seconds. */
  public long end(int index) {
    return ends[index];
  }

  /** What happens. */
  public String summary(int index) {
    return summaries[index];
  }

  /** The index of the first occurrence that starts at or after an instant. */
  public int firstFrom(long instant) {
    int last = starts.length - 1;
    if (last < 0 || instant <= starts[0]) {
      return 0;
    }
    return instant > starts[last] ? last + 1 : between(instant, guess(instant, last));
  }

  /** Occurrences repeat, so a straight line from the first to the last is seldom far off. */
  private int guess(long instant, int last) {
    double share = (double) (instant - starts[0]) / (starts[last] - starts[0]);
    return (int) (share * last);
  }

  /** Widens from a guess until both sides are known, then halves. */
  private int between(long instant, int guess) {
    int below = guess;
    int notBelow = guess;
    for (int step = 1; starts[below] >= instant; step *= 2) {
      notBelow = below;
      below = Math.max(0, below - step);
    }
    for (int step = 1; starts[notBelow] < instant; step *= 2) {
      below = notBelow;
      notBelow = Math.min(starts.length - 1, notBelow + step);
    }
    while (notBelow - below > 1) {
      int middle = (below + notBelow) >>> 1;
      if (starts[middle] < instant) {
        below = middle;
      } else {
        notBelow = middle;
      }
    }
    return notBelow;
  }

  /**
   * The next occurrence, going back from {@code before} (exclusive), that ends after an instant; -1
   * when there is none.
   */
  public int lastEndingAfter(long instant, int before) {
    for (int i = before - 1; i >= 0 && latestEnds[i] > instant; i--) {
      if (ends[i] > instant) {
        return i;
      }
    }
    return -1;
  }

  /** The latest end of the occurrences that hold at an instant; the instant itself if none does. */
  public long coveredUntil(long instant) {
    int before = firstFrom(instant + 1);
    return before == 0 ? instant : Math.max(instant, latestEnds[before - 1]);
  }

  /** The latest end of all occurrences started by an instant; the least long when none has. */
  public long latestEndOfStarted(long instant) {
    int before = firstFrom(instant + 1);
    return before == 0 ? Long.MIN_VALUE : latestEnds[before - 1];
  }

  /** The first start after an instant; {@link Long#MAX_VALUE} when there is none. */
  public long nextStart(long instant) {
    int next = firstFrom(instant + 1);
    return next == starts.length ? Long.MAX_VALUE : starts[next];
  }

  /** Collects occurrences in any order. */
  public static final class Builder implements Timeline.Sink {

    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private String[] summaries = new String[64];
    private int size;
    private boolean sorted = true;

    @Override
    public void add(String summary, long start, long end) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
        summaries = Arrays.copyOf(summaries, size * 2);
      }
      sorted &= size == 0 || starts[size - 1] < start;
      starts[size] = start;
      ends[size] = end;
      summaries[size++] = summary;
    }

    /** The occurrences, sorted, each once. */
    public Track build() {
      if (sorted) {
        return new Track(
            Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(summaries, size));
      }
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          Comparator.comparingLong((Integer i) -> starts[i])
              .thenComparingLong(i -> ends[i])
              .thenComparing(i -> summaries[i]));
      Builder result = new Builder();
      for (Integer i : order) {
        if (!result.endsWith(summaries[i], starts[i], ends[i])) {
          result.add(summaries[i], starts[i], ends[i]);
        }
      }
      result.sorted = true;
      return result.build();
    }

    private boolean endsWith(String summary, long start, long end) {
      return size > 0
          && starts[size - 1] == start
          && ends[size - 1] == end
          && summaries[size - 1].equals(summary);
    }
  }
}
