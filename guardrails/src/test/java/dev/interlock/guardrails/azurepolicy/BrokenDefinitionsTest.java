package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions, initiatives, assignments and exemptions with anything in them that is JSON. */
class BrokenDefinitionsTest {

  private static final Fields FIELDS = new Fields(AliasTable.shipped());
  private static final ResourceTypes TYPES = ResourceTypes.shipped();

  private static final List<String> SOUND =
      List.of(
          """
          {"id": "/providers/Microsoft.Authorization/policyDefinitions/rule", "name": "rule",
           "properties": {"mode": "All", "version": "1.2.0",
            "parameters": {"effect": {"type": "String", "defaultValue": "audit",
              "allowedValues": ["audit", "deny", "disabled"]}},
            "policyRule": {
             "if": {"allOf": [
               {"field": "type", "equals": "Microsoft.Network/networkSecurityGroups"},
               {"count": {"field": "Microsoft.Network/networkSecurityGroups/securityRules[*]",
                 "where": {"not": {"field": "tags['env']", "in": ["a", "b"]}}},
                "greaterOrEquals": 0}]},
             "then": {"effect": "[parameters('effect')]", "details": {
               "type": "Microsoft.Insights/diagnosticSettings", "name": "x", "operations": [
                {"operation": "add", "field": "tags.a", "value": "[field('name')]"}]}}}}}
          """,
          """
          {"id": "/providers/Microsoft.Authorization/policySetDefinitions/set", "name": "set",
           "properties": {"parameters": {"e": {"type": "String", "defaultValue": "deny"}},
            "policyDefinitions": [{"policyDefinitionReferenceId": "one",
             "policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/rule",
             "definitionVersion": "1.*.*",
             "parameters": {"effect": {"value": "[parameters('e')]"}}}]}}
          """,
          """
          {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/all",
           "name": "all", "properties": {"enforcementMode": "Default",
            "policyDefinitionId": "/providers/Microsoft.Authorization/policySetDefinitions/set",
            "notScopes": ["/subscriptions/s/resourceGroups/other"],
            "overrides": [{"kind": "policyEffect", "value": "audit", "selectors": [
              {"kind": "policyDefinitionReferenceId", "in": ["one"]}]}],
            "resourceSelectors": [{"name": "s", "selectors": [
              {"kind": "resourceLocation", "in": ["westeurope"]}]}],
            "nonComplianceMessages": [{"message": "no"}]}}
          """,
          """
          {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/policyExemptions/x",
           "name": "x", "properties": {"exemptionCategory": "Waiver",
            "expiresOn": "2027-01-01T00:00:00Z", "policyDefinitionReferenceIds": ["one"],
            "policyAssignmentId":
             "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/all"}}
          """);

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @Test
  void sound_objects_give_a_finding() {
    List<PolicyFinding> findings =
        findings(SOUND.stream().map(Given::object).toList(), Given.object(RESOURCE));

    assertThat(findings).singleElement().extracting(one -> one.state().word()).isEqualTo("exempt");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void broken_objects_never_stop_an_evaluation(long seed) {
    RandomPolicies any = new RandomPolicies(seed);
    for (int i = 0; i < 20; i++) {
      List<ObjectValue> objects = new ArrayList<>();
      for (String sound : SOUND) {
        if (Rewritten.mutated(Given.object(sound), any) instanceof ObjectValue mutated) {
          objects.add(mutated);
        }
      }
      Value resource = Rewritten.mutated(Given.object(RESOURCE), any);

      assertThat(findings(objects, resource)).doesNotContainNull();
    }
  }

  private static final String RESOURCE =
      """
      {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n",
       "type": "Microsoft.Network/networkSecurityGroups", "name": "n", "location": "West Europe",
       "tags": {"env": "c"}, "properties": {"securityRules": [{"properties": {"access": "Allow"}}]}}
      """;

  /** What comes of objects; each diagnostic must say where and what. */
  private static List<PolicyFinding> findings(List<ObjectValue> objects, Value resource) {
    PolicyReader reader = new PolicyReader();
    objects.forEach(one -> reader.node(Given.node(one), "given.json", "policy"));
    PolicyReading reading = reader.finish();
    AssignmentCompiler.Compiled compiled =
        AssignmentCompiler.compile(reading.objects(), FIELDS, Hierarchy.UNKNOWN, TYPES);
    List<Diagnostic> all = new ArrayList<>(reading.diagnostics());
    all.addAll(compiled.diagnostics());
    assertThat(all).allMatch(one -> !one.message().isBlank() && one.code().startsWith("POL"));
    ObjectValue object = resource instanceof ObjectValue own ? own : ObjectValue.EMPTY;
    return compiled
        .evaluation()
        .evaluate(
            new Subject(object, null),
            EvaluationContext.at(Instant.parse("2026-11-22T12:00:00Z")),
            RelatedResources.of(List.of(), true));
  }
}
