package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler;
import dev.interlock.guardrails.azurepolicy.rule.RuleCompiler.Compiled;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any rule and any resource. */
class PolicyPropertiesTest {

  private static final int RULES = 60;
  private static final Fields FIELDS = new Fields(AliasTable.shipped());
  private static final EvaluationContext CONTEXT =
      EvaluationContext.at(Instant.parse("2026-11-22T12:00:00Z"));

  private static final ObjectValue PARAMETERS =
      Given.object("{\"list\": [\"a\", \"deny\"], \"word\": \"a\"}");

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rule_gives_a_verdict_or_says_what_is_wrong_with_it(long seed) {
    RandomPolicies any = new RandomPolicies(seed);
    for (int i = 0; i < RULES; i++) {
      verdict(any.rule(), any.resource());
    }
  }

  @Test
  void random_rules_come_out_in_every_way() {
    Set<String> seen = new HashSet<>();
    for (long seed : seeds().toArray()) {
      RandomPolicies any = new RandomPolicies(seed);
      for (int i = 0; i < RULES; i++) {
        seen.add(verdict(any.rule(), any.resource()));
      }
    }

    assertThat(seen).contains("broken", "none", "unknown", "failed", "deny", "modify", "append");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void not_is_the_complement(long seed) {
    RandomPolicies any = new RandomPolicies(seed);
    for (int i = 0; i < RULES; i++) {
      ObjectValue condition = any.condition(2);
      ObjectValue resource = any.resource();
      Truth truth = test(condition, resource);
      Truth negated = test(ObjectValue.of(Map.of("not", condition)), resource);

      assertThat(negated)
          .as("%s on %s", condition, resource)
          .isEqualTo(truth == null ? null : truth.negated());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void order_of_properties_means_nothing(long seed) {
    RandomPolicies any = new RandomPolicies(seed);
    Random random = new Random(seed);
    for (int i = 0; i < RULES; i++) {
      ObjectValue rule = any.rule();
      ObjectValue resource = any.resource();

      assertThat(verdict(Rewritten.shuffled(rule, random), Rewritten.shuffled(resource, random)))
          .as("%s on %s", rule, resource)
          .isEqualTo(verdict(rule, resource));
    }
  }

  /** But for {@code match}, which minds letter case, as documented. */
  @ParameterizedTest
  @MethodSource("seeds")
  void letter_case_of_names_means_nothing(long seed) {
    RandomPolicies any = new RandomPolicies(seed);
    Random random = new Random(seed);
    for (int i = 0; i < RULES; i++) {
      ObjectValue rule = any.rule();
      ObjectValue resource = any.resource();
      if (!rule.toString().matches("(?s).*(match|notMatch)\\b.*")) {
        assertThat(verdict(Rewritten.recased(rule, random), Rewritten.recased(resource, random)))
            .as("%s on %s", rule, resource)
            .isEqualTo(verdict(rule, resource));
      }
    }
  }

  /** What comes of a rule, in a word. */
  private static String verdict(Value rule, Value resource) {
    PolicyRule ready = compiled((ObjectValue) rule).rule();
    if (ready == null) {
      return "broken";
    }
    PolicyScope scope = new PolicyScope(new Subject((ObjectValue) resource, null), CONTEXT);
    var outcome = ready.decide(scope, RelatedResources.NOT_TOLD);
    assertThat(ready.describe(outcome, scope)).isNotNull();
    if (outcome.error() != null) {
      return "failed";
    }
    if (outcome.isUnknown()) {
      return "unknown";
    }
    return outcome.effect() == null ? "none" : outcome.effect().word();
  }

  private static Compiled compiled(ObjectValue rule) {
    MappingNode node = Given.node(rule);
    Compiled compiled =
        new RuleCompiler(FIELDS, PARAMETERS, ObjectValue.EMPTY).compile(node, "random");
    assertThat(compiled.rule() == null).as("%s", rule).isEqualTo(!compiled.problems().isEmpty());
    return compiled;
  }

  /** Null when the condition is broken or fails. */
  private static @org.jspecify.annotations.Nullable Truth test(
      ObjectValue condition, ObjectValue resource) {
    ObjectValue rule =
        ObjectValue.of(Map.of("if", condition, "then", Given.object("{\"effect\": \"audit\"}")));
    PolicyRule ready = compiled(rule).rule();
    try {
      return ready == null
          ? null
          : ready.applies(new PolicyScope(new Subject(resource, null), CONTEXT));
    } catch (ExpressionException _) {
      return null;
    }
  }
}
