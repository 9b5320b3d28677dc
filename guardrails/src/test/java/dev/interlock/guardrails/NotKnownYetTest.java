package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.estate.Control.Match;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known only after a deployment leaves a control undecided, unless it does not matter. */
class NotKnownYetTest {

  private static final Resource VAULT =
      new Resource(
          Plane.AZURE,
          "Microsoft.KeyVault/vaults",
          "/vault",
          "vault",
          mapping(
              "properties",
              mapping(
                  "sku", new UnknownNode("told after the deployment", 1, 1),
                  "tenant", new ScalarNode("t", "t", 1, 1),
                  "rules", new SequenceNode(List.of(new UnknownNode("a list later", 1, 1)), 1, 1))),
          "plan.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "resource.properties.sku.name == 'premium' ~ properties.sku: told after the deployment",
        "has(resource.properties.sku) ~ properties.sku: told after the deployment",
        "has(resource.properties.sku.name) ~ properties.sku: told after the deployment",
        "'sku' in resource.properties ~ properties.sku: told after the deployment",
        "resource.properties.?sku.orValue('x') == 'x' ~ properties.sku: told after the deployment",
        "resource.properties.rules.all(r, r == 1) ~ properties.rules[0]: a list later",
      })
  void a_rule_that_needs_it_is_undecided(String rule, String reason) {
    assertThat(verdict(rule))
        .isInstanceOfSatisfying(
            Verdict.Unknown.class, unknown -> assertThat(unknown.reason()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.properties.sku == 1 || resource.properties.tenant == 't'",
        "resource.properties.rules.exists(r, r == 1) || true",
        "has(resource.properties.tenant)",
      })
  void a_rule_that_holds_without_it_passes(String rule) {
    Judgement judgement = Inputs.judge(control(rule), List.of(VAULT));
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.summary().evaluations()).isEqualTo(1);
  }

  private static Verdict verdict(String rule) {
    return Inputs.judge(control(rule), List.of(VAULT)).findings().getFirst().verdict();
  }

  private static Controls control(String rule) {
    return Given.control(
        "own", new Match(List.of("azure"), List.of(), List.of(), null), rule, Map.of());
  }

  private static MappingNode mapping(Object... pairs) {
    return new MappingNode(
        Arrays.stream(pairs)
            .filter(String.class::isInstance)
            .map(key -> entry((String) key, (Node) pairs[Arrays.asList(pairs).indexOf(key) + 1]))
            .toList(),
        1,
        1);
  }

  private static Entry entry(String key, Node value) {
    return new Entry(key, 1, 1, value);
  }
}
