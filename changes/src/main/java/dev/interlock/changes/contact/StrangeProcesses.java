package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.changes.trust.NameKey;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.finding.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measurements under names that the estate does not have. Such a name may mean any process that was
 * not measured since, unless only letter case, blanks or signs tell it from one that it has: then
 * it means that one. What a drill measured under the right name is not meant by its other names.
 */
final class StrangeProcesses {

  private final Question question;
  private final List<Stated<Drill>> drills;
  private final Map<String, BusinessProcess> known;

  /**
   * Looks at what drills measured.
   *
   * @param drills trusted drills of the environment, oldest first
   */
  StrangeProcesses(Question question, List<Stated<Drill>> drills) {
    this.question = question;
    this.known = question.surroundings().estate().all(BusinessProcess.class);
    this.drills = drills.stream().filter(this::measuredStranger).toList();
  }

  /**
   * The sentence about the newest strange name that may mean a process.
   *
   * @param measured when the process was last measured under its own name; null when never
   */
  Optional<String> about(String process, @Nullable Instant measured) {
    return drills.reversed().stream()
        .filter(drill -> measured == null || !drill.says().at().isBefore(measured))
        .flatMap(drill ->
            drill.says().processes().stream()
                .map(Measured::process)
                .filter(name -> !known.containsKey(name) && mayMean(drill.says(), name, process))
                .map(name -> sentence(drill.says(), name)))
        .findFirst();
  }

  private boolean measuredStranger(Stated<Drill> drill) {
    return drill.says().processes().stream().anyMatch(m -> !known.containsKey(m.process()));
  }

  private boolean mayMean(Drill drill, String name, String process) {
    Set<String> meant = meant(name);
    return meant.isEmpty()
        ? drill.processes().stream().noneMatch(m -> m.process().equals(process))
        : meant.contains(process);
  }

  private Set<String> meant(String name) {
    String key = NameKey.of(name);
    return known.entrySet().stream()
        .filter(process ->
            NameKey.of(process.getKey()).equals(key)
                || NameKey.of(process.getValue().displayName()).equals(key))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private String sentence(Drill drill, String name) {
    Optional<String> near =
        meant(name).stream()
            .sorted()
            .findFirst()
            .or(() -> Suggestion.nearest(name, known.keySet()));
    return "The restore drill of "
        + question.at(drill.at())
        + " measured \""
        + name
        + "\", a process that the estate does not have"
        + near.map(word -> " (did you mean \"" + word + "\"?)").orElse("")
        + ". Have it sent again with the right name.";
  }
}
