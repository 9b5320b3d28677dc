package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The landing-zone library put in force at a management group. */
final class LandingZones {

  private static final String GROUP = "/providers/Microsoft.Management/managementGroups/plants";
  private static final Hierarchy HIERARCHY =
      new Hierarchy(Map.of("plants", ""), Map.of("11111111-1111-1111-1111-111111111111", "plants"));

  private LandingZones() {}

  /** Its objects and the built-in definitions; what is filled in at deployment is filled in. */
  static PolicyObjects assigned() {
    PolicyObjects library = Catalogue.landingZones().and(Catalogue.builtIns());
    List<Assignment> assignments =
        library.assignments().stream().map(one -> placed(one, library)).toList();
    return new PolicyObjects(library.definitions(), library.initiatives(), assignments, List.of());
  }

  static AssignmentCompiler.Compiled compiled(PolicyObjects objects, Fields fields) {
    return AssignmentCompiler.compile(objects, fields, HIERARCHY, ResourceTypes.shipped());
  }

  private static Assignment placed(Assignment one, PolicyObjects objects) {
    return new Assignment(
        one.id(),
        one.name(),
        one.displayName(),
        GROUP,
        one.policyDefinitionId(),
        one.definitionVersion(),
        filled(one, declared(one, objects)),
        List.of(),
        one.enforcementMode(),
        one.nonComplianceMessages(),
        one.resourceSelectors(),
        one.overrides(),
        one.source());
  }

  private static ByName<ParameterDeclaration> declared(Assignment one, PolicyObjects objects) {
    Initiative initiative = objects.initiative(one.policyDefinitionId(), one.definitionVersion());
    PolicyDefinition definition =
        objects.definition(one.policyDefinitionId(), one.definitionVersion());
    if (initiative != null) {
      return initiative.parameters();
    }
    return definition == null ? ByName.none() : definition.parameters();
  }

  private static ByName<GivenParameter> filled(
      Assignment one, ByName<ParameterDeclaration> declared) {
    List<GivenParameter> given = new ArrayList<>();
    for (GivenParameter parameter : one.parameters().all()) {
      ParameterDeclaration declaration = declared.get(parameter.name());
      given.add(
          parameter.value().isKnown() || declaration == null
              ? parameter
              : new GivenParameter(
                  parameter.name(), Choice.plausible(declaration), parameter.source()));
    }
    return ByName.of(given, GivenParameter::name);
  }
}
