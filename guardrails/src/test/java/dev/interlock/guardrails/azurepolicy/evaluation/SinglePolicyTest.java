package dev.interlock.guardrails.azurepolicy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Node;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Microsoft's own definitions rely on. */
class SinglePolicyTest {

  private static final EvaluationContext NOW =
      EvaluationContext.at(Instant.parse("2026-11-22T12:00:00Z"));

  /** A server's log is kept long enough when its setting says so, not the server. */
  private static final String RETENTION =
      """
      {"if": {"field": "type", "equals": "Microsoft.DBforPostgreSQL/flexibleServers"},
       "then": {"effect": "auditIfNotExists", "details": {
         "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
         "existenceCondition": {"allOf": [
           {"value": "[int(field('Microsoft.DBforPostgreSQL/flexibleServers/configurations/value'))]",
            "greaterOrEquals": 7},
           {"value": "[field('location')]", "equals": "westeurope"}]}}}}
      """;

  private static final String SERVER =
      """
      {"type": "Microsoft.DBforPostgreSQL/flexibleServers", "location": "westeurope"}
      """;

  private static final String SETTING =
      """
      {"type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
       "location": "northeurope", "properties": {"value": "%s"}}
      """;

  @Test
  void in_an_existence_condition_a_property_of_the_related_type_alone_is_read_there() {
    assertThat(evaluated(RETENTION, SERVER, SETTING.formatted(7)).effect()).isEqualTo("none");
    assertThat(evaluated(RETENTION, SERVER, SETTING.formatted(6)).effect())
        .isEqualTo("auditIfNotExists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnforceRegoPolicy", "EnforceOPAConstraint", "enforceSetting"})
  void effects_that_only_resource_providers_know_are_no_mistakes(String effect) {
    SinglePolicy policy =
        policy(
            """
            {"mode": "Microsoft.ContainerService.Data", "policyRule": {
              "if": {"field": "type", "equals": "Microsoft.ContainerService/managedClusters"},
              "then": {"effect": "%s", "details": {"policyId": "ports"}}}}
            """
                .formatted(effect));

    assertThat(policy.problems()).isEmpty();
    assertThat(evaluated(policy, "{\"type\": \"Microsoft.ContainerService/managedClusters\"}"))
        .satisfies(result -> assertThat(result.isUnknown()).isTrue());
  }

  @Test
  void an_explanation_names_fields_as_documented() {
    SinglePolicy policy =
        policy(
            """
            {"if": {"field": "identity.type", "exists": false}, "then": {"effect": "audit"}}
            """);
    PolicyScope scope = new PolicyScope(subject(SERVER), NOW);

    assertThat(Explainer.explain(Objects.requireNonNull(policy.rule()).condition(), scope))
        .isEqualTo("field identity.type = nothing, exists false → true\n");
  }

  @Test
  void the_time_may_be_asked_for_in_a_format() {
    String rule =
        """
        {"if": {"value": "[utcNow('yyyy-MM')]", "equals": "2026-11"},
         "then": {"effect": "audit"}}
        """;

    assertThat(evaluated(rule, SERVER).effect()).isEqualTo("audit");
  }

  @Test
  void counts_within_counts_end() {
    String counts = "{\"value\": 1, \"equals\": 1}";
    for (String name : List.of("d", "c", "b", "a")) {
      counts =
          "{\"count\": {\"value\": \"[range(0, 1000)]\", \"name\": \"%s\", \"where\": %s}, \"less\": 0}"
              .formatted(name, counts);
    }

    PolicyResult result =
        evaluated("{\"if\": %s, \"then\": {\"effect\": \"audit\"}}".formatted(counts), SERVER);

    assertThat(result.effect()).isEqualTo("deny");
    assertThat(result.error()).contains("look at more than");
  }

  @Test
  void a_word_of_a_rule_that_stands_twice_is_a_mistake() {
    String rule =
        """
        {"if": {"field": "type", "exists": true}, "If": {"field": "type", "exists": false},
         "then": {"effect": "deny"}}
        """;

    assertThat(policy(rule).problems()).extracting(one -> one.code()).containsExactly("POL054");
  }

  @Test
  void a_wrong_exists_is_told_in_words() {
    String rule =
        "{\"if\": {\"field\": \"type\", \"exists\": \"yes\"}, \"then\": {\"effect\": \"deny\"}}";

    assertThat(policy(rule).problems())
        .extracting(one -> one.message())
        .containsExactly("exists compares with true or false, not with \"yes\"");
  }

  private static PolicyResult evaluated(String definition, String resource, String... related) {
    return evaluated(policy(definition), resource, related);
  }

  private static PolicyResult evaluated(SinglePolicy policy, String resource, String... related) {
    List<Subject> found = List.of(related).stream().map(SinglePolicyTest::subject).toList();
    return policy.evaluate(subject(resource), NOW, RelatedResources.of(found, true));
  }

  private static SinglePolicy policy(String json) {
    PolicyReader reader = new PolicyReader();
    reader.node(node(json), "given.json", "given");
    return SinglePolicy.of(
        reader.finish().objects().definitions().getFirst(),
        ByName.none(),
        new Fields(AliasTable.shipped()),
        ObjectValue.EMPTY,
        ResourceTypes.shipped());
  }

  private static Subject subject(String json) {
    return new Subject((ObjectValue) Values.of(node(json)), null);
  }

  private static Node node(String json) {
    List<Node> roots = new ArrayList<>();
    assertThat(DocumentReader.standard().read(json, "given", d -> roots.add(d.root()))).isEmpty();
    return roots.getFirst();
  }
}
