package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources of which something is not known before they are deployed. */
class NotKnownTest {

  private static final String EAST =
      "\"selectors\": [{\"kind\": \"resourceLocation\", \"in\": [\"eastus\"]}]";

  private static final String RULES = "Microsoft.Network/networkSecurityGroups/securityRules[*]";

  /** An array that nobody knows has any number of elements, whatever is counted of them. */
  @ParameterizedTest
  @CsvSource({"less, 2", "equals, 1", "greater, 0", "lessOrEquals, 1", "notEquals, 5"})
  void an_unknown_array_has_no_count(String operator, int number) {
    String counted = "{\"count\": {\"field\": \"" + RULES + "\"}, \"%s\": %d}";

    assertThat(state(counted.formatted(operator, number), "", "properties")).isEqualTo("unknown");
    assertThat(state("{\"not\": " + counted.formatted(operator, number) + "}", "", "properties"))
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({"audit, unknown", "disabled, unknown"})
  void an_override_by_an_unknown_location_may_count_or_not(String effect, String state) {
    String overrides =
        "\"overrides\": [{\"kind\": \"policyEffect\", \"value\": \"%s\", %s}]"
            .formatted(effect, EAST);

    assertThat(state(ANY, overrides, "location")).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"audit, unknown", "disabled, none"})
  void what_is_switched_off_may_be_on_by_an_unknown_location(String effect, String state) {
    String overrides =
        "\"overrides\": [{\"kind\": \"policyEffect\", \"value\": \"%s\", %s}, %s]"
            .formatted(effect, EAST, "{\"kind\": \"policyEffect\", \"value\": \"disabled\"}");

    assertThat(state(ANY, overrides, "location")).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "resourceLocation, eastus, location, unknown",
    "resourceWithoutLocation, subscriptionLevelResources, location, unknown",
    "resourceLocation, eastus, tags, none"
  })
  void selectors_by_an_unknown_location(String kind, String value, String hidden, String state) {
    String selectors =
        "\"resourceSelectors\": [{\"selectors\": [{\"kind\": \"%s\", \"in\": [\"%s\"]}]}]"
            .formatted(kind, value);

    assertThat(state(ANY, selectors, hidden)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"location, unknown", "tags, nonCompliant"})
  void a_version_by_an_unknown_location(String hidden, String state) {
    String version =
        "\"overrides\": [{\"kind\": \"policyVersion\", \"value\": \"1.*.*\", %s}]".formatted(EAST);

    assertThat(state(ANY, version, hidden)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"type, unknown", "tags, nonCompliant"})
  void a_rule_about_a_type_may_apply_to_an_unknown_one(String hidden, String state) {
    String rule = "{\"field\": \"type\", \"equals\": \"Microsoft.Network/networkSecurityGroups\"}";

    assertThat(state(rule, "", hidden)).isEqualTo(state);
  }

  /** What is not in the known part of an array may be in the other. */
  @ParameterizedTest
  @CsvSource({
    "contains, \"x\", unknown",
    "notContains, \"x\", unknown",
    "contains, \"known\", nonCompliant",
    "notContains, \"known\", none",
    "equals, \"x\", none",
    "exists, true, nonCompliant",
    "notIn, '[[\"known\"]]', unknown"
  })
  void an_array_of_which_an_element_is_not_known(String operator, String right, String state) {
    String prefixes =
        "Microsoft.Network/networkSecurityGroups/securityRules[*].sourceAddressPrefixes";
    String condition = "{\"field\": \"%s\", \"%s\": %s}".formatted(prefixes, operator, right);

    assertThat(state(condition, "", "properties", SOME_KNOWN)).isEqualTo(state);
  }

  private static final ObjectValue SOME_KNOWN =
      ObjectValue.of(
          "securityRules",
          new ArrayValue(
              List.of(
                  ObjectValue.of(
                      "properties",
                      ObjectValue.of(
                          "sourceAddressPrefixes",
                          new ArrayValue(
                              List.of(
                                  new StringValue("known"), new UnknownValue("set later"))))))));

  private static final String ANY = "{\"field\": \"name\", \"exists\": true}";

  /** How a resource stands of which one property is not known. */
  private static String state(String condition, String more, String hidden) {
    return state(condition, more, hidden, UNKNOWN);
  }

  private static String state(String condition, String more, String property, Value value) {
    PolicyReader reader = new PolicyReader();
    reader.node(Given.node(definition(condition)), "d.json", "policy");
    reader.node(Given.node(assignment(more)), "a.json", "policy");
    return AssignmentCompiler.compile(
            reader.finish().objects(),
            new Fields(AliasTable.shipped()),
            Hierarchy.UNKNOWN,
            ResourceTypes.shipped())
        .evaluation()
        .evaluate(
            new Subject(resource().with(new PropertyName(property), value), null),
            EvaluationContext.at(Instant.EPOCH),
            RelatedResources.of(List.of(), true))
        .stream()
        .map(finding -> finding.state().word())
        .findFirst()
        .orElse("none");
  }

  private static String definition(String condition) {
    return """
    {"id": "/providers/Microsoft.Authorization/policyDefinitions/d", "name": "d", "properties":
     {"mode": "All", "version": "1.0.0",
      "policyRule": {"if": %s, "then": {"effect": "deny"}}}}
    """
        .formatted(condition);
  }

  private static String assignment(String more) {
    return """
    {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
     "name": "a", "properties": {%s "policyDefinitionId":
      "/providers/Microsoft.Authorization/policyDefinitions/d"}}
    """
        .formatted(more.isEmpty() ? "" : more + ",");
  }

  private static final UnknownValue UNKNOWN = new UnknownValue("it is set when it is deployed");

  private static ObjectValue resource() {
    return Given.object(
        """
        {"id": "/subscriptions/s/providers/Microsoft.Network/networkSecurityGroups/n", "name": "n",
         "type": "Microsoft.Network/networkSecurityGroups", "location": "westeurope"}
        """);
  }
}
