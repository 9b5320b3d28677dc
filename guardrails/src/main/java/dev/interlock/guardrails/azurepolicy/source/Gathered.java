package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects found so far. Of two with the same id and version the first counts. */
final class Gathered {

  private final List<PolicyDefinition> definitions = new ArrayList<>();
  private final List<Initiative> initiatives = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final Map<String, SourceRef> known = new HashMap<>();
  private final Set<String> ofTrees = new HashSet<>();
  private final Problems problems;
  private int found;

  Gathered(Problems problems) {
    this.problems = problems;
  }

  /** How many objects were met, usable or not. */
  int found() {
    return found;
  }

  void add(@Nullable PolicyDefinition definition) {
    found++;
    if (definition != null
        && isNew(definition.id(), String.valueOf(definition.version()), definition.source())) {
      definitions.add(definition);
    }
  }

  void add(@Nullable Initiative initiative) {
    found++;
    if (initiative != null
        && isNew(initiative.id(), String.valueOf(initiative.version()), initiative.source())) {
      initiatives.add(initiative);
    }
  }

  void add(@Nullable Assignment assignment) {
    found++;
    if (assignment != null && isNew(assignment.id(), "", assignment.source())) {
      assignments.add(assignment);
    }
  }

  void add(@Nullable Exemption exemption) {
    found++;
    if (exemption != null && isNew(exemption.id(), "", exemption.source())) {
      exemptions.add(exemption);
    }
  }

  private boolean isNew(String id, String version, SourceRef source) {
    SourceRef first = known.putIfAbsent(PolicyIds.key(id) + " " + version, source);
    if (first != null) {
      problems.add(
          PolicyCode.POL009.warning(
              source,
              id + " is also at " + first + ", which is used",
              "remove one of them, or give it another name"));
    }
    return first == null;
  }

  /**
   * An assignment of a tree. One tree gives parameters to several definitions, of which each takes
   * those that it declares.
   */
  void addOfTree(Assignment assignment) {
    ofTrees.add(assignment.id());
    add(assignment);
  }

  PolicyObjects objects() {
    PolicyObjects all = new PolicyObjects(definitions, initiatives, assignments, exemptions);
    List<Assignment> fitting =
        assignments.stream()
            .map(a -> ofTrees.contains(a.id()) ? Declared.only(a, all) : a)
            .toList();
    return new PolicyObjects(definitions, initiatives, fitting, exemptions);
  }
}
