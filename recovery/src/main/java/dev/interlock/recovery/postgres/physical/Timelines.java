package dev.interlock.recovery.postgres.physical;

import dev.interlock.evidence.Backup.Branch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The histories of timelines: a recovery follows the newest, which must have branched off the one
 * of the backup, and not before the backup.
 */
public final class Timelines {

  private static final int HEX = 16;
  private static final String SUFFIX = ".history";

  /** Where each timeline left the ones before it, by the newest. */
  private final TreeMap<Long, List<WalSegment>> histories = new TreeMap<>();

  private Timelines() {}

  /** Those that are told. */
  public static Timelines of(List<Branch> branches, long bytes) {
    Timelines timelines = new Timelines();
    branches.forEach(branch -> timelines.add(branch, bytes));
    return timelines;
  }

  private void add(Branch branch, long bytes) {
    histories
        .computeIfAbsent(branch.timeline(), _ -> new ArrayList<>())
        .add(WalSegment.at(branch.from(), branch.left(), bytes));
  }

  /** True for the name of a file that tells the history of a timeline. */
  public static boolean isHistory(String name) {
    return name.matches("[0-9A-F]{8}\\.history");
  }

  /** Number of the timeline whose history such a file tells. */
  public static long timeline(String history) {
    return Long.parseLong(history.substring(0, history.length() - SUFFIX.length()), HEX);
  }

  /**
   * What such a file tells. A line is: timeline, the place where it was left, why.
   *
   * @throws IOException when it can't be read, or is none
   */
  public static List<Branch> read(Path file) throws IOException {
    return read(file.getFileName().toString(), Files.readAllLines(file));
  }

  /**
   * The same of its lines.
   *
   * @param name of the file
   */
  public static List<Branch> read(String name, List<String> lines) throws IOException {
    List<Branch> branches = new ArrayList<>();
    try {
      long timeline = timeline(name);
      for (String line : lines) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length > 1 && !fields[0].startsWith("#")) {
          WalSegment.offset(fields[1]);
          branches.add(new Branch(timeline, Long.parseLong(fields[0]), fields[1]));
        }
      }
      return branches;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("the history of a timeline in " + name + " is damaged", e);
    }
  }

  /** The newest timeline there is, or that of the backup. */
  public long newest(WalSegment first) {
    return histories.isEmpty() ? first.timeline() : Math.max(histories.lastKey(), first.timeline());
  }

  /** Whether what the backup was made of is still part of the newest course of history. */
  public boolean leadsOnFrom(WalSegment first) {
    return newest(first) == first.timeline()
        || switches(first).stream()
            .anyMatch(s -> s.timeline() == first.timeline() && s.number() >= first.number());
  }

  /** True when the course of history of a file is told, or is that of the backup. */
  public boolean knows(WalSegment file, WalSegment first) {
    return file.timeline() <= first.timeline() || histories.containsKey(file.timeline());
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
