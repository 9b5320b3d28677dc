package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Exemption.ScopeValidation;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is exempt from what.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure">Azure
 *     Policy exemption structure</a>
 */
final class Exemptions {

  private final Map<String, List<Exemption>> byAssignment = new HashMap<>();
  private final Hierarchy hierarchy;

  Exemptions(List<Exemption> exemptions, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    for (Exemption exemption : exemptions) {
      String key = PolicyIds.key(exemption.policyAssignmentId());
      byAssignment.computeIfAbsent(key, _ -> new ArrayList<>()).add(exemption);
    }
  }

  /** The first exemption that covers a resource under a rule at an instant; null when none does. */
  @Nullable Exemption covering(AssignedRule rule, Subject subject, String id, Instant at) {
    List<Exemption> candidates =
        byAssignment.getOrDefault(PolicyIds.key(rule.assignment().id()), List.of());
    for (Exemption exemption : candidates) {
      if (isInForce(exemption, rule, at)
          && hierarchy.contains(exemption.scope(), id) == Truth.TRUE
          && Selections.anyOf(exemption.resourceSelectors(), subject) == Truth.TRUE) {
        return exemption;
      }
    }
    return null;
  }

  private boolean isInForce(Exemption exemption, AssignedRule rule, Instant at) {
    Instant end = exemption.expiresOn();
    return (end == null || at.isBefore(end)) && isAbout(exemption, rule) && lies(exemption, rule);
  }

  /** An exemption that names definitions is about those of the initiative alone. */
  private static boolean isAbout(Exemption exemption, AssignedRule rule) {
    List<String> ids = exemption.policyDefinitionReferenceIds();
    String reference = rule.referenceId();
    return ids.isEmpty()
        || (reference != null && ids.stream().anyMatch(reference::equalsIgnoreCase));
  }

  /** Unless it says otherwise, an exemption must lie within the assignment's scope. */
  private boolean lies(Exemption exemption, AssignedRule rule) {
    return exemption.assignmentScopeValidation() == ScopeValidation.DO_NOT_VALIDATE
        || hierarchy.contains(rule.assignment().scope(), exemption.scope()) != Truth.FALSE;
  }
}
