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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a hostile resource nor a careless control stops a check. */
@Tag("slow")
class LimitsTest {

  private static final Pattern STOPPED =
      Pattern.compile(
          "stopped after (\\d+) of the 10000000 units of work that a control has on a resource,"
              + " before a step of (\\d+); let it look at less: .+");

  /** It tells how far it came, and what was too much. */
  private static void assertStopped(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    String reason = ((Verdict.Unknown) verdict).reason();
    Matcher told = STOPPED.matcher(reason);
    assertThat(told.matches()).as(reason).isTrue();
    long used = Long.parseLong(told.group(1));
    assertThat(used).isBetween(0L, 10_000_000L);
    assertThat(Long.parseLong(told.group(2))).isGreaterThan(10_000_000 - used);
  }

  @Test
  void loops_within_loops_are_stopped() {
    Node item = new ScalarNode(1L, "1", 1, 1);
    Node list = new SequenceNode(Collections.nCopies(2_000, item), 1, 1);
    String rule = "resource.l.all(a, resource.l.all(b, resource.l.all(c, a + b + c == 3)))";

    assertThat(judge(rule, list).verdict())
        .isEqualTo(
            new Verdict.Unknown(
                "stopped after 200000 elements, the limit of one evaluation; let the control look"
                    + " at shorter lists, and not at lists within lists"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DIGITS.all(a, DIGITS.all(b, DIGITS.all(c, DIGITS.all(d, resource.l.contains('zz') || true))))",
        "DIGITS.all(a, DIGITS.all(b, DIGITS.all(c, resource.l.matches('b+$') || true)))",
        "DIGITS.all(a, DIGITS.all(b, DIGITS.all(c, resource.l.replace('b', 'c') != 'b')))",
        "DIGITS.all(a, DIGITS.all(b, resource.l.split('').size() > 1))",
        "resource.l.replace('a', resource.l).size() > 1",
        "resource.l.split('').map(x, x).size() > 1",
        "[resource.l, resource.l].join(resource.l + resource.l).size() > 1 && DOUBLED.size() > 1",
        "DOUBLED.size() > 1",
        "LISTS == LISTS",
        "LISTS.flatten(40).size() > 1",
        "'x'.matches('((a{1000}){1000}){1000}')",
        "regex.replace('x', '((a{1000}){1000}){1000}', 'y') == 'x'",
        "regex.replace(resource.l, '.', resource.l) == 'x'",
      })
  void control_that_makes_too_much_work_is_stopped(String rule) {
    Node text = new ScalarNode("a".repeat(400_000), "", 1, 1);
    String doubled = "resource.l";
    String lists = "[resource.l]";
    for (int i = 0; i < 40; i++) {
      doubled = "cel.bind(x" + i + ", " + doubled + ", x" + i + " + x" + i + ")";
      lists = "cel.bind(x" + i + ", " + lists + ", [x" + i + ", x" + i + "])";
    }
    String whole =
        rule.replace("DIGITS", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]")
            .replace("DOUBLED", doubled)
            .replace("LISTS", lists);
    assertStopped(judge(whole, text).verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "resource.l.map(x, x).size() > 0          ~ 1200   ~ true",
        "resource.l.map(x, x).size() > 0          ~ 2000   ~ false",
        "resource.l.filter(x, x == 1).size() > 0  ~ 1200   ~ true",
        "resource.l.filter(x, x == 1).size() > 0  ~ 2000   ~ false",
        "resource.l.all(x, x == 1)                ~ 100000 ~ true",
        "resource.l.exists(x, x == 2) == false    ~ 100000 ~ true",
      })
  void what_copies_takes_shorter_lists(String rule, int size, boolean fits) {
    Node list = new SequenceNode(Collections.nCopies(size, new ScalarNode(1L, "1", 1, 1)), 1, 1);
    List<Finding> findings =
        Inputs.judge(Given.kubernetes("own", rule), List.of(resource(list))).findings();
    assertThat(findings).hasSize(fits ? 0 : 1);
    findings.forEach(finding -> assertStopped(finding.verdict()));
  }

  @Test
  void one_that_was_stopped_hides_no_other_and_is_given_up_after_a_while() {
    Controls controls =
        Given.control(
            "match: {}\nrule: \"resource.l.replace('a', resource.l) == ''\"\nmessage: \"'m'\"");
    Node text = new ScalarNode("a".repeat(400_000), "", 1, 1);
    List<Finding> findings =
        Inputs.judge(controls, Collections.nCopies(5, resource(text))).findings();
    List<Verdict> said = findings.stream().map(Finding::verdict).distinct().toList();
    assertThat(said).hasSize(2);
    assertStopped(said.getFirst());
    assertThat(said.getLast())
        .isEqualTo(
            new Verdict.Unknown(
                "not tried: the control was stopped on 3 resources before, because it needs more"
                    + " than the 10000000 units of work that a control has on each; what is said"
                    + " there tells how far it came"));
    assertThat(findings).hasSize(5);
  }

  @Test
  void work_is_counted_over_all_elements_of_a_resource() {
    Controls controls =
        Given.control(
            "match: {}\neach: [resource.l]\nrule: \"item.replace('b', 'c') != ''\"\nmessage: \"'m'\"");
    Node text = new ScalarNode("a".repeat(100_000), "", 1, 1);
    Node list = new SequenceNode(Collections.nCopies(2_000, text), 1, 1);
    assertThat(Inputs.judge(controls, List.of(resource(list))).findings())
        .singleElement()
        .satisfies(finding -> assertStopped(finding.verdict()));
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
