package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.PolicyOverride;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between versions of a definition where overrides put another one in force for some
 * locations: the first override that fits decides, and where none does the assignment's own version
 * counts.
 */
final class Versions {

  private Versions() {}

  static List<InForce> chosen(List<InForce> rules, Subject subject) {
    if (rules.stream().allMatch(one -> versioned(one.rule().assignment()).isEmpty())) {
      return rules;
    }
    IdentityHashMap<Assignment, @Nullable PolicyOverride> choice = new IdentityHashMap<>();
    List<InForce> chosen = new ArrayList<>();
    for (InForce one : rules) {
      Assignment assignment = one.rule().assignment();
      if (!choice.containsKey(assignment)) {
        choice.put(assignment, choose(assignment, subject));
      }
      if (Objects.equals(one.rule().version(), choice.get(assignment))) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static @Nullable PolicyOverride choose(Assignment assignment, Subject subject) {
    for (PolicyOverride override : versioned(assignment)) {
      if (Selections.all(override.selectors(), subject, null) == Truth.TRUE) {
        return override;
      }
    }
    return null;
  }

  /** The overrides of an assignment that set a version. */
  static List<PolicyOverride> versioned(Assignment assignment) {
    return assignment.overrides().stream()
        .filter(override -> override.kind() == PolicyOverride.Kind.POLICY_VERSION)
        .toList();
  }
}
