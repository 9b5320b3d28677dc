package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves an assignment the parameters that its definition declares. */
final class Declared {

  private Declared() {}

  /** The assignment with these only; unchanged when its definition is not known. */
  static Assignment only(Assignment a, PolicyObjects all) {
    ByName<ParameterDeclaration> declared = declared(a, all);
    if (declared == null) {
      return a;
    }
    List<GivenParameter> kept =
        a.parameters().all().stream().filter(p -> declared.contains(p.name())).toList();
    return new Assignment(
        a.id(),
        a.name(),
        a.displayName(),
        a.scope(),
        a.policyDefinitionId(),
        a.definitionVersion(),
        ByName.of(kept, GivenParameter::name),
        a.notScopes(),
        a.enforcementMode(),
        a.nonComplianceMessages(),
        a.resourceSelectors(),
        a.overrides(),
        a.source());
  }

  private static @Nullable ByName<ParameterDeclaration> declared(Assignment a, PolicyObjects all) {
    String id = a.policyDefinitionId();
    if (PolicyIds.isInitiative(id)) {
      Initiative initiative = all.initiative(id, a.definitionVersion());
      return initiative == null ? null : initiative.parameters();
    }
    PolicyDefinition definition = all.definition(id, a.definitionVersion());
    return definition == null ? null : definition.parameters();
  }
}
