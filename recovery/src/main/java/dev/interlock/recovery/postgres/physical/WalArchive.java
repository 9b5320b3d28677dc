package dev.interlock.recovery.postgres.physical;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The archived log. A server that is recovered without a target takes a gap for the end of the log
 * and comes up without a word: so gaps are looked for before.
 */
public final class WalArchive {

  private final Path folder;

  /** A folder with files of the log, and histories of timelines. */
  public WalArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * What follows on a backup.
   *
   * @param missing files without which what follows can't be reached, or the backup is not whole
   * @param damaged files that have another size than they must have
   * @param last the last file that can be reached; null when the first is missing
   * @param branchedOff false when the newest history does not contain the backup
   */
  public record Chain(
      List<String> missing, List<String> damaged, @Nullable String last, boolean branchedOff) {

    public Chain {
      missing = List.copyOf(missing);
      damaged = List.copyOf(damaged);
    }

    /** The backup can be recovered, and everything that was archived after it. */
    public boolean complete() {
      return missing.isEmpty() && damaged.isEmpty() && branchedOff;
    }
  }

  /**
   * Follows the log from a backup on.
   *
   * @throws Fault STORE_FAILED when the folder can't be read
   */
  public Chain from(BaseBackup.Made backup) {
    try {
      return follow(backup.first(), backup.last());
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(),
          "the archived log in " + folder + " can't be read: " + e.getMessage(),
          e);
    }
  }

  private Chain follow(WalSegment first, WalSegment needed) throws IOException {
    Map<String, Long> sizes = sizes();
    Timelines timelines = Timelines.in(folder, first.bytes());
    List<String> missing = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    String last = null;
    long end = end(sizes, timelines, first, needed);
    for (long number = first.number(); number <= end; number++) {
      List<WalSegment> candidates = timelines.candidates(first, number);
      String found = found(candidates, sizes);
      if (found == null) {
        missing.add(candidates.getLast().name());
      } else if (!Long.valueOf(first.bytes()).equals(sizes.get(found))) {
        damaged.add(found);
      } else if (missing.isEmpty() && damaged.isEmpty()) {
        last = found;
      }
    }
    return new Chain(missing, damaged, last, timelines.leadsOnFrom(first));
  }

  private static @Nullable String found(List<WalSegment> candidates, Map<String, Long> sizes) {
    return candidates.stream()
        .map(WalSegment::name)
        .filter(sizes::containsKey)
        .findFirst()
        .orElse(null);
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

  private Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
