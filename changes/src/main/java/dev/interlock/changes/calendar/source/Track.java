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

  /** The first and the last start; beside each other, unlike the ends of an array. */
  private final long earliest;

  private final long latest;

  /** Stretches of time are 2^shift seconds long, about as many as there are occurrences. */
  private final int shift;

  /** The first occurrence that starts in or after each stretch; one more for the end. */
  private final int[] firsts;

  private Track(long[] starts, long[] ends, String[] summaries) {
    this.starts = starts;
    this.ends = ends;
    this.summaries = summaries;
    this.latestEnds = new long[ends.length];
    long end = Long.MIN_VALUE;
    for (int i = 0; i < ends.length; i++) {
      end = Math.max(end, ends[i]);
      latestEnds[i] = end;
    }
    this.earliest = starts.length == 0 ? 0 : starts[0];
    this.latest = starts.length == 0 ? 0 : starts[starts.length - 1];
    long span = latest - earliest;
    this.shift = shift(span, starts.length);
    this.firsts = firsts(starts, shift, (int) (span >>> shift) + 1);
  }

  private static int shift(long span, int size) {
    int shift = 0;
    while (span >>> shift > size) {
      shift++;
    }
    return shift;
  }

  private static int[] firsts(long[] starts, int shift, int stretches) {
    int[] firsts = new int[stretches + 1];
    int next = 0;
    for (int stretch = 1; stretch <= stretches; stretch++) {
      while (next < starts.length && (starts[next] - starts[0]) >>> shift < stretch) {
        next++;
      }
      firsts[stretch] = next;
    }
    return firsts;
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
    if (instant <= earliest) {
      return 0;
    }
    if (instant > latest) {
      return starts.length;
    }
    int stretch = (int) ((instant - earliest) >>> shift);
    return between(instant, firsts[stretch], firsts[stretch + 1]);
  }

  private int between(long instant, int from, int until) {
    int low = from;
    int high = until;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
