package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.util.List;

/** Initiatives that are evaluated on their own, as if each were assigned to everything. */
public final class InitiativeAsAssigned {

  private InitiativeAsAssigned() {}

  /** The objects with an assignment of each initiative at the root. */
  public static PolicyObjects of(PolicyObjects objects, ByName<GivenParameter> parameters) {
    List<Assignment> assignments =
        objects.initiatives().stream().map(one -> assignment(one, parameters)).toList();
    return objects.and(new PolicyObjects(List.of(), List.of(), assignments, List.of()));
  }

  private static Assignment assignment(Initiative initiative, ByName<GivenParameter> parameters) {
    return Assignment.everywhere(
        PolicyIds.of("", "policyAssignments", initiative.name()),
        initiative.name(),
        initiative.id(),
        parameters,
        initiative.source());
  }
}
