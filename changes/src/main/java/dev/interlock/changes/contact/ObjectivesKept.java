package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what drills measured with what was promised for each affected process. The newest
 * measurement of a process counts; of two made at the same instant both must do.
 */
final class ObjectivesKept {

  private final Question question;
  private final Duration within;
  private final List<Stated<Drill>> drills;
  private final List<String> missed = new ArrayList<>();
  private final List<String> unproven = new ArrayList<>();
  private final Map<Instant, List<String>> kept = new TreeMap<>(Comparator.reverseOrder());
  private final List<Stated<Drill>> used = new ArrayList<>();
  private Instant until;

  /**
   * Compares.
   *
   * @param drills trusted drills of the environment, oldest first, at least one, the newest good
   */
  ObjectivesKept(Question question, Duration within, List<Stated<Drill>> drills) {
    this.question = question;
    this.within = within;
    this.drills = drills;
    this.until = drills.getLast().says().at().plus(within);
  }

  Judged judge() {
    Map<String, BusinessProcess> affected =
        question.surroundings().processes().affected(question.environment(), question.services());
    affected.forEach(this::compare);
    used.add(drills.getLast());
    return verdict().restingOnAll(used).until(until.plusNanos(1));
  }

  private Judged verdict() {
    if (!missed.isEmpty()) {
      return Judged.open(
          ContactName.WAY_BACK, "A restore takes too long: " + String.join("; ", missed) + ".");
    }
    if (!unproven.isEmpty()) {
      return Judged.unknown(
          ContactName.WAY_BACK,
          "No drill of the last "
              + Words.length(within)
              + " measured "
              + Words.and(unproven)
              + ".");
    }
    String when = question.at(drills.getLast().says().at());
    return Judged.closed(
        ContactName.WAY_BACK,
        kept.isEmpty()
            ? "There is a plan to go back, and a restore was proven " + when + "."
            : "There is a plan to go back; a restore was proven " + when + speeds());
  }

  /** For which processes it was fast enough; with the time where an older drill measured them. */
  private String speeds() {
    Instant newest = drills.getLast().says().at();
    List<String> proven = new ArrayList<>();
    kept.forEach((at, processes) ->
        proven.add(
            "fast enough for "
                + Words.and(processes)
                + (at.equals(newest) ? "" : " when last measured, " + question.at(at))));
    return (kept.containsKey(newest) ? ", " : "; ") + String.join("; ", proven) + ".";
  }

  private void compare(String name, BusinessProcess promised) {
    Stated<Drill> newest = newestWith(name);
    if (newest == null || newest.says().at().isBefore(question.now().minus(within))) {
      unproven.add(promised.displayName());
      return;
    }
    used.add(newest);
    kept.computeIfAbsent(newest.says().at(), _ -> new ArrayList<>()).add(promised.displayName());
    Instant stale = newest.says().at().plus(within);
    until = stale.isBefore(until) ? stale : until;
    for (Stated<Drill> drill : drills) {
      if (drill.says().at().equals(newest.says().at())) {
        drill.says().processes().stream()
            .filter(m -> m.process().equals(name))
            .forEach(m -> compare(promised, m));
      }
    }
  }

  private void compare(BusinessProcess promised, Measured measured) {
    if (measured.rto().compareTo(promised.rto()) > 0) {
      missed.add(
          promised.displayName()
              + " was back after "
              + Words.length(measured.rto())
              + ", promised are "
              + Words.length(promised.rto()));
    }
    if (measured.rpo().compareTo(promised.rpo()) > 0) {
      missed.add(
          promised.displayName()
              + " lost "
              + Words.length(measured.rpo())
              + " of work, at most "
              + Words.length(promised.rpo())
              + " may be lost");
    }
  }

  private @Nullable Stated<Drill> newestWith(String process) {
    return drills.stream()
        .filter(d -> d.says().verified())
        .filter(d -> d.says().processes().stream().anyMatch(m -> m.process().equals(process)))
        .max(Comparator.comparing(d -> d.says().at()))
        .orElse(null);
  }
}
