package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neither a hostile resource nor a careless control stops a check. */
class LimitsTest {

  @Test
  void loops_within_loops_are_stopped() {
    Node item = new ScalarNode(1L, "1", 1, 1);
    Node list = new SequenceNode(Collections.nCopies(2_000, item), 1, 1);
    String rule = "resource.l.all(a, resource.l.all(b, resource.l.all(c, a + b + c == 3)))";

    assertThat(judge(rule, list).verdict())
        .isEqualTo(
            new Verdict.Unknown("stopped after 200000 elements, the limit of one evaluation"));
  }

  @Test
  void resource_nested_too_deeply_is_unknown() {
    Node deep = new ScalarNode(1L, "1", 1, 1);
    for (int i = 0; i < 200_000; i++) {
      deep = new SequenceNode(List.of(deep), 1, 1);
    }
    assertThat(judge("resource.l == resource.l.map(x, x)", deep).verdict())
        .isEqualTo(new Verdict.Unknown("the expression or the resource is nested too deeply"));
  }

  @Test
  void pattern_that_would_explode_takes_no_time() {
    Node text = new ScalarNode("a".repeat(50_000) + "!", "", 1, 1);
    assertThat(judge("resource.l.matches('^(a+)+$')", text).verdict())
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void whole_numbers_beyond_64_bits_are_compared_as_decimals() {
    Node huge = new ScalarNode(new java.math.BigInteger("99999999999999999999"), "", 1, 1);
    assertThat(judge("resource.l < 1.0e19", huge).verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void message_that_cannot_be_evaluated_gives_way_to_the_title() {
    Controls controls = Given.control("match: {}\nrule: 'false'\nmessage: resource.nothing + 'x'");
    Node text = new ScalarNode("x", "x", 1, 1);
    assertThat(Inputs.judge(controls, List.of(resource(text))).findings().getFirst().message())
        .isEqualTo("Title");
  }

  private static Finding judge(String rule, Node value) {
    return Inputs.judge(Given.kubernetes("own", rule), List.of(resource(value)))
        .findings()
        .getFirst();
  }

  private static Resource resource(Node value) {
    MappingNode.Entry entry = new MappingNode.Entry("l", 1, 1, value);
    MappingNode body = new MappingNode(List.of(entry), 1, 1);
    return new Resource(Plane.KUBERNETES, "v1/ConfigMap", "ConfigMap/x", "x", body, "in.yaml");
  }
}
