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
    if (!anyVersioned(rules)) {
      return rules;
    }
    IdentityHashMap<Assignment, Choice> choice = new IdentityHashMap<>();
    List<InForce> chosen = new ArrayList<>();
    for (InForce one : rules) {
      Choice made =
          choice.computeIfAbsent(one.rule().assignment(), assigned -> choose(assigned, subject));
      if (Objects.equals(one.rule().version(), made.override())) {
        chosen.add(made.certain() ? one : one.doubtful());
      }
    }
    return chosen;
  }

  /** Asked for every resource, and mostly nothing is overridden. */
  private static boolean anyVersioned(List<InForce> rules) {
    for (InForce one : rules) {
      Assignment assignment = one.rule().assignment();
      if (!assignment.overrides().isEmpty() && !versioned(assignment).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The override that decides, null for none, and whether that is sure. */
  private record Choice(@Nullable PolicyOverride override, boolean certain) {}

  private static Choice choose(Assignment assignment, Subject subject) {
    boolean certain = true;
    for (PolicyOverride override : versioned(assignment)) {
      Truth fits = Selections.all(override.selectors(), subject, null);
      if (fits == Truth.TRUE) {
        return new Choice(override, certain);
      }
      certain &= fits == Truth.FALSE;
    }
    return new Choice(null, certain);
  }

  /** The overrides of an assignment that set a version. */
  static List<PolicyOverride> versioned(Assignment assignment) {
    return assignment.overrides().stream()
        .filter(override -> override.kind() == PolicyOverride.Kind.POLICY_VERSION)
        .toList();
  }
}
