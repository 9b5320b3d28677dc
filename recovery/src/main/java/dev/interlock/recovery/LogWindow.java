package dev.interlock.recovery;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a base backup can be brought back, as far as the records of the log tell.
 *
 * @param from the earliest moment
 * @param to when the newest transaction ended that can be reached
 * @param gaps what is missing, damaged or contradicts itself, in words; nothing behind the first
 *     gap can be reached
 * @param files of the log, in their order
 * @param needed so many of them must be there to come to the earliest moment
 */
public record LogWindow(
    Instant from, Instant to, List<String> gaps, List<LogFile> files, int needed) {

  public LogWindow {
    gaps = List.copyOf(gaps);
    files = List.copyOf(files);
  }

  /** One of whose files nothing is known. */
  public LogWindow(Instant from, Instant to, List<String> gaps) {
    this(from, to, gaps, List.of(), 1);
  }

  /**
   * A file of the log.
   *
   * @param newest when the newest transaction in it ended; null when none did
   * @param immutableUntil until when nobody can remove it and its record; null when somebody can
   */
  public record LogFile(@Nullable Instant newest, @Nullable Instant immutableUntil) {}

  /**
   * The latest moment that can be reached by files alone that nobody can remove or replace now;
   * empty when not even the earliest can.
   */
  public Optional<Instant> immutableTo(Instant now) {
    Instant to = from;
    int held = 0;
    for (LogFile file : files) {
      Instant until = file.immutableUntil();
      if (until == null || !until.isAfter(now)) {
        break;
      }
      held++;
      Instant newest = file.newest();
      to = newest != null && newest.isAfter(to) ? newest : to;
    }
    return held < needed ? Optional.empty() : Optional.of(to);
  }

  /** That of a base backup and what a store has of its log. */
  static LogWindow of(Backup backup, Log log, StoredLog stored) {
    WalChain chain = stored.chain(log);
    Instant newest = stored.newest(chain.files());
    boolean later = newest != null && newest.isAfter(backup.point());
    Instant to = later ? requireNonNull(newest) : backup.point();
    List<LogFile> files = chain.files().stream().map(it -> file(it, stored)).toList();
    int needed = 1 + chain.files().stream().map(WalSegment::name).toList().indexOf(log.last());
    return new LogWindow(
        backup.point(),
        to,
        gaps(stored, chain, log),
        files,
        needed == 0 ? Integer.MAX_VALUE : needed);
  }

  private static LogFile file(WalSegment file, StoredLog stored) {
    return new LogFile(stored.newest(List.of(file)), stored.immutableUntil(file.name()));
  }

  /** What is wrong with a log, by the names of its files; empty when nothing is. */
  public static List<String> gaps(StoredLog stored, WalChain chain, Log log) {
    List<String> known = new ArrayList<>();
    stored.lostHistories().forEach(name -> known.add(name + " is missing or has another size"));
    stored.adrift(log).stream().limit(1).map(LogWindow::adrift).forEach(known::add);
    return gaps(chain, stored.untrusted(), known);
  }

  /**
   * The same of a log that is told by names alone.
   *
   * @param adrift files of courses of history of which nobody tells where they began
   */
  static List<String> gaps(WalChain chain, List<String> adrift) {
    return gaps(chain, List.of(), adrift.stream().limit(1).map(LogWindow::adrift).toList());
  }

  private static String adrift(String name) {
    return name + " is of a course of history (timeline) of which no history tells";
  }

  private static List<String> gaps(WalChain chain, List<String> untrusted, List<String> known) {
    List<String> gaps = new ArrayList<>();
    chain.missing().forEach(name -> gaps.add(absent(name, untrusted)));
    chain.damaged().forEach(name -> gaps.add(name + " has another size than it was stored with"));
    gaps.addAll(known);
    if (!chain.branchedOff()) {
      gaps.add(
          "the newest course of history (timeline "
              + chain.timeline()
              + ") does not contain the backup: it branched off before");
    }
    return gaps;
  }

  private static String absent(String name, List<String> untrusted) {
    return untrusted.contains(name) ? name + " has no record that counts" : name + " is missing";
  }
}
