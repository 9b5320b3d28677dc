package dev.interlock.recovery;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.physical.WalChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * From when to when a base backup can be brought back, as far as the records of the log tell.
 *
 * @param from the earliest moment
 * @param to when the newest transaction ended that can be reached
 * @param gaps what is missing, damaged or contradicts itself, in words; nothing behind the first
 *     gap can be reached
 */
public record LogWindow(Instant from, Instant to, List<String> gaps) {

  public LogWindow {
    gaps = List.copyOf(gaps);
  }

  /** That of a base backup and what a store has of its log. */
  static LogWindow of(Backup backup, Log log, StoredLog stored) {
    WalChain chain = stored.chain(log);
    Instant newest = stored.newest(chain.files());
    boolean later = newest != null && newest.isAfter(backup.point());
    Instant to = later ? requireNonNull(newest) : backup.point();
    return new LogWindow(backup.point(), to, gaps(stored, chain, log));
  }

  /** What is wrong with a log, by the names of its files; empty when nothing is. */
  public static List<String> gaps(StoredLog stored, WalChain chain, Log log) {
    List<String> gaps = new ArrayList<>();
    chain.missing().forEach(name -> gaps.add(absent(name, stored)));
    chain.damaged().forEach(name -> gaps.add(name + " has another size than it was stored with"));
    stored.lostHistories().forEach(name -> gaps.add(name + " is missing or has another size"));
    stored.adrift(log).stream()
        .findFirst()
        .ifPresent(name ->
            gaps.add(name + " is of a course of history (timeline) of which no history tells"));
    if (!chain.branchedOff()) {
      gaps.add(
          "the newest course of history (timeline "
              + chain.timeline()
              + ") does not contain the backup: it branched off before");
    }
    return gaps;
  }

  private static String absent(String name, StoredLog stored) {
    return stored.untrusted().contains(name)
        ? name + " has no record that counts"
        : name + " is missing";
  }
}
