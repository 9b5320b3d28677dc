package dev.interlock.recovery.postgres.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows on a base backup in the log.
 *
 * @param files what can be reached without a gap, in order
 * @param missing files without which what follows can't be reached, or the backup is not whole
 * @param damaged files that have another size than they must have
 * @param timeline the newest course of history, which is followed
 * @param branchedOff false when the newest history does not contain the backup
 */
public record WalChain(
    List<WalSegment> files,
    List<String> missing,
    List<String> damaged,
    long timeline,
    boolean branchedOff) {

  /** The size of a file that is known to have been there, but is not. */
  public static final long GONE = -1;

  public WalChain {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    damaged = List.copyOf(damaged);
  }

  /**
   * Follows the log.
   *
   * @param sizes of all files that are there, by name, or {@link #GONE}
   * @param first the first file that the backup needs
   * @param needed the last that it needs
   */
  public static WalChain follow(
      Map<String, Long> sizes, Timelines timelines, WalSegment first, WalSegment needed) {
    List<WalSegment> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    long end = end(sizes, timelines, first, needed);
    for (long number = first.number(); number <= end; number++) {
      List<WalSegment> candidates = timelines.candidates(first, number);
      WalSegment found = found(candidates, sizes);
      if (found == null) {
        missing.add(known(candidates, sizes).name());
      } else if (!Long.valueOf(first.bytes()).equals(sizes.get(found.name()))) {
        damaged.add(found.name());
      } else if (missing.isEmpty() && damaged.isEmpty()) {
        files.add(found);
      }
    }
    return new WalChain(
        files, missing, damaged, timelines.newest(first), timelines.leadsOnFrom(first));
  }

  /** The backup can be recovered, and everything that was archived after it. */
  public boolean complete() {
    return missing.isEmpty() && damaged.isEmpty() && branchedOff;
  }

  /** The last file that can be reached; null when the first is missing. */
  public @Nullable String last() {
    return files.isEmpty() ? null : files.getLast().name();
  }

  private static @Nullable WalSegment found(List<WalSegment> candidates, Map<String, Long> sizes) {
    return candidates.stream()
        .filter(it -> sizes.getOrDefault(it.name(), GONE) != GONE)
        .findFirst()
        .orElse(null);
  }

  /** The one that was there once, else the one of the course that was left. */
  private static WalSegment known(List<WalSegment> candidates, Map<String, Long> sizes) {
    return candidates.stream()
        .filter(it -> sizes.containsKey(it.name()))
        .findFirst()
        .orElse(candidates.getLast());
  }

  /** The last file on any timeline that the recovery goes through. */
  private static long end(
      Map<String, Long> sizes, Timelines timelines, WalSegment first, WalSegment needed) {
    return sizes.keySet().stream()
        .flatMap(name -> WalSegment.named(name, first.bytes()).stream())
        .filter(s -> timelines.candidates(first, s.number()).contains(s))
        .mapToLong(WalSegment::number)
        .reduce(needed.number(), Math::max);
  }
}
