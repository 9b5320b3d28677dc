package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what drills measured with what was promised for each affected process. The newest
 * measurement of a process counts, also when that restore failed; of two made at the same instant
 * both must do. Later drills that did not measure it say nothing about it.
 */
final class ObjectivesKept {

  private final Question question;
  private final Duration within;
  private final List<Stated<Drill>> drills;
  private final Map<String, List<Stated<Drill>>> byProcess;
  private final StrangeProcesses strange;
  private final List<String> failed = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> misnamed = new ArrayList<>();
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
    this.byProcess = byProcess(drills);
    this.strange = new StrangeProcesses(question, drills);
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
    if (!failed.isEmpty()) {
      return Judged.open(ContactName.WAY_BACK, String.join(" ", failed));
    }
    if (!missed.isEmpty()) {
      return Judged.open(
          ContactName.WAY_BACK, "A restore takes too long: " + String.join("; ", missed) + ".");
    }
    if (!misnamed.isEmpty()) {
      return Judged.unknown(ContactName.WAY_BACK, misnamed.getFirst());
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
    List<Stated<Drill>> newest = newestWith(name);
    Instant at = newest.isEmpty() ? null : newest.getFirst().says().at();
    strange.about(name, at).ifPresent(misnamed::add);
    if (at == null || at.isBefore(question.now().minus(within))) {
      unproven.add(promised.displayName());
      return;
    }
    used.addAll(newest);
    Instant stale = at.plus(within);
    until = stale.isBefore(until) ? stale : until;
    if (newest.stream().anyMatch(drill -> !drill.says().verified())) {
      failed.add(
          promised.displayName()
              + " was last measured "
              + question.at(at)
              + ", in a restore that failed.");
      return;
    }
    kept.computeIfAbsent(at, _ -> new ArrayList<>()).add(promised.displayName());
    newest.forEach(drill -> measured(drill, name).forEach(m -> compare(promised, m)));
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

  /** The newest drill that measured a process, and those of the same instant that did. */
  private List<Stated<Drill>> newestWith(String process) {
    List<Stated<Drill>> all = byProcess.getOrDefault(process, List.of());
    return all.stream()
        .filter(drill -> drill.says().at().equals(all.getLast().says().at()))
        .toList();
  }

  private static Map<String, List<Stated<Drill>>> byProcess(List<Stated<Drill>> drills) {
    Map<String, List<Stated<Drill>>> measured = new HashMap<>();
    for (Stated<Drill> drill : drills) {
      drill.says().processes().stream()
          .map(Measured::process)
          .distinct()
          .forEach(name -> measured.computeIfAbsent(name, _ -> new ArrayList<>()).add(drill));
    }
    return measured;
  }

  private static List<Measured> measured(Stated<Drill> drill, String process) {
    return drill.says().processes().stream().filter(m -> m.process().equals(process)).toList();
  }
}
