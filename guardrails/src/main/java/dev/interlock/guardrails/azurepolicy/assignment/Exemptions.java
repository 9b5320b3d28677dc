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

  private Exemptions(Exemptions others, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    byAssignment.putAll(others.byAssignment);
  }

  /** The same in another tree. */
  Exemptions in(Hierarchy other) {
    return new Exemptions(this, other);
  }

  /**
   * Whether a resource is exempt from a rule at an instant.
   *
   * @param exemption that covers it; null when none surely does
   * @param certain false when it is not known whether one does
   */
  record Cover(@Nullable Exemption exemption, boolean certain) {}

  /** The first exemption that covers a resource under a rule at an instant. */
  Cover covering(AssignedRule rule, Subject subject, String id, Instant at) {
    List<Exemption> candidates =
        byAssignment.getOrDefault(PolicyIds.key(rule.assignment().id()), List.of());
    boolean certain = true;
    for (Exemption exemption : candidates) {
      Truth covers =
          isInForce(exemption, rule, at) ? covers(exemption, rule, subject, id) : Truth.FALSE;
      if (covers == Truth.TRUE) {
        return new Cover(exemption, true);
      }
      certain &= covers == Truth.FALSE;
    }
    return new Cover(null, certain);
  }

  /** Unless it says otherwise, an exemption must lie within the assignment's scope. */
  private Truth covers(Exemption exemption, AssignedRule rule, Subject subject, String id) {
    Truth lies =
        exemption.assignmentScopeValidation() == ScopeValidation.DO_NOT_VALIDATE
            ? Truth.TRUE
            : hierarchy.contains(rule.assignment().scope(), exemption.scope());
    Truth reaches = hierarchy.contains(exemption.scope(), id);
    Truth selected = Selections.anyOf(exemption.resourceSelectors(), subject);
    if (lies == Truth.FALSE || reaches == Truth.FALSE || selected == Truth.FALSE) {
      return Truth.FALSE;
    }
    return reaches == Truth.TRUE && selected == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
  }

  private static boolean isInForce(Exemption exemption, AssignedRule rule, Instant at) {
    Instant end = exemption.expiresOn();
    return (end == null || at.isBefore(end)) && isAbout(exemption, rule);
  }

  /** An exemption that names definitions is about those of the initiative alone. */
  private static boolean isAbout(Exemption exemption, AssignedRule rule) {
    List<String> ids = exemption.policyDefinitionReferenceIds();
    String reference = rule.referenceId();
    return ids.isEmpty()
        || (reference != null && ids.stream().anyMatch(reference::equalsIgnoreCase));
  }
}
