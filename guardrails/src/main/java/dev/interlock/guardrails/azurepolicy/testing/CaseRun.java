package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.assignment.FindingJson;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyEvaluation;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one case. */
final class CaseRun {

  private final PolicyCase test;
  private final Surroundings around;

  CaseRun(PolicyCase test, Surroundings around) {
    this.test = test;
    this.around = around;
  }

  CaseResult run() {
    test.check();
    ObjectValue expected = test.expected();
    Node definition = test.definition();
    if (expected.get("findings") instanceof ArrayValue wanted) {
      ArrayValue found = found();
      boolean passed = definition == null && Findings.same(wanted, found);
      return result(passed, expected, ObjectValue.of("findings", found));
    }
    PolicyResult actual = single(definition);
    return result(new Expectation(expected).isMetBy(actual), expected, actual.toJson());
  }

  private CaseResult result(boolean passed, Value expected, Value actual) {
    return new CaseResult(
        test.test().name(),
        test.node().line(),
        test.name(),
        passed && test.isSound(),
        expected,
        actual);
  }

  private ArrayValue found() {
    PolicyEvaluation evaluation = around.evaluation();
    if (evaluation == null) {
      return ArrayValue.EMPTY;
    }
    List<PolicyFinding> findings =
        evaluation.evaluate(test.subject(), test.evaluation(), test.related());
    return new ArrayValue(findings.stream().<Value>map(FindingJson::of).toList());
  }

  private PolicyResult single(@Nullable Node definition) {
    if (definition == null) {
      return PolicyResult.broken("the case names no definition and expects no findings");
    }
    PolicyReading reading = read(definition);
    List<PolicyDefinition> found = reading.objects().definitions();
    if (found.size() != 1) {
      return PolicyResult.broken(
          reading.diagnostics().stream()
              .filter(Diagnostic::isError)
              .map(problem -> problem.source() + ": " + problem.message())
              .findFirst()
              .orElse("there must be one definition, and there are " + found.size()));
    }
    SinglePolicy policy =
        SinglePolicy.of(
            found.getFirst(), test.parameters(), around.fields(), test.policy(), around.types());
    return policy.evaluate(test.subject(), test.evaluation(), test.related());
  }

  private PolicyReading read(Node definition) {
    PolicyReader reader = new PolicyReader();
    String path = TestFile.text(definition);
    if (path == null) {
      reader.node(definition, test.test().name(), test.name());
      return reader.finish();
    }
    Path file = test.test().relative(path);
    List<Diagnostic> wrong =
        DocumentReader.with(ReadOptions.policies())
            .read(file, path, document -> reader.node(document.root(), path, path));
    PolicyReading reading = reader.finish();
    List<Diagnostic> all = new ArrayList<>(wrong);
    all.addAll(reading.diagnostics());
    return new PolicyReading(reading.objects(), all);
  }

  /** Findings as cases write them. */
  static final class Findings {

    private Findings() {}

    /** Exactly these, in any order. What names more words is looked for first. */
    static boolean same(ArrayValue wanted, ArrayValue found) {
      List<Value> left = new ArrayList<>(found.items());
      List<Value> sorted = new ArrayList<>(wanted.items());
      sorted.sort(Comparator.comparingInt(Findings::words).reversed());
      for (Value one : sorted) {
        Value match = left.stream().filter(other -> fits(one, other)).findFirst().orElse(null);
        if (match == null) {
          return false;
        }
        left.remove(match);
      }
      return left.isEmpty();
    }

    private static int words(Value wanted) {
      return wanted instanceof ObjectValue object ? object.size() : 0;
    }

    /** What is wanted of a finding are the words it names. */
    private static boolean fits(Value wanted, Value found) {
      if (!(wanted instanceof ObjectValue words) || !(found instanceof ObjectValue other)) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        Value own = other.get(words.names().get(i));
        if (!words.at(i).equals(own == null ? NullValue.NULL : own)) {
          return false;
        }
      }
      return true;
    }
  }
}
