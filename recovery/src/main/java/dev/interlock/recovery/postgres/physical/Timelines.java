package dev.interlock.recovery.postgres.physical;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The histories of timelines in an archive: a recovery follows the newest, which must have branched
 * off the one of the backup, and not before the backup.
 */
final class Timelines {

  private static final int HEX = 16;
  private static final String SUFFIX = ".history";

  /** Where each timeline left the ones before it, by the newest. */
  private final TreeMap<Long, List<WalSegment>> histories = new TreeMap<>();

  static Timelines in(Path archive, long bytes) throws IOException {
    Timelines timelines = new Timelines();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(archive, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String number = name.substring(0, name.length() - SUFFIX.length());
        timelines.histories.put(Long.parseLong(number, HEX), switches(file, bytes));
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a history of a timeline in " + archive + " is damaged", e);
    }
    return timelines;
  }

  /** A line is: timeline, the place where it was left, why. */
  private static List<WalSegment> switches(Path file, long bytes) throws IOException {
    List<WalSegment> switches = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+");
      if (fields.length > 1 && !fields[0].startsWith("#")) {
        switches.add(WalSegment.at(Long.parseLong(fields[0]), fields[1], bytes));
      }
    }
    return switches;
  }

  /** The newest timeline there is, or that of the backup. */
  long newest(WalSegment first) {
    return histories.isEmpty() ? first.timeline() : Math.max(histories.lastKey(), first.timeline());
  }

  /** Whether what the backup was made of is still part of the newest course of history. */
  boolean leadsOnFrom(WalSegment first) {
    return newest(first) == first.timeline()
        || switches(first).stream()
            .anyMatch(s -> s.timeline() == first.timeline() && s.number() >= first.number());
  }

  /** On which timelines a file may lie: two where one was left, the newer first. */
  List<WalSegment> candidates(WalSegment first, long number) {
    List<WalSegment> candidates = new ArrayList<>();
    WalSegment wanted = new WalSegment(newest(first), number, first.bytes());
    candidates.add(wanted);
    for (WalSegment left : switches(first).reversed()) {
      if (number > left.number()) {
        return candidates;
      }
      if (number < left.number()) {
        candidates.clear();
      }
      candidates.add(wanted.on(left.timeline()));
    }
    return candidates;
  }

  private List<WalSegment> switches(WalSegment first) {
    return histories.getOrDefault(newest(first), List.of());
  }
}
