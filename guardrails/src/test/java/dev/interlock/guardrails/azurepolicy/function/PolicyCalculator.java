package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.expression.Compiler;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs calls of functions in the surroundings that a file describes. */
final class PolicyCalculator {

  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00.1234567Z");

  private final ObjectValue given;
  private final Compiler<PolicyScope> compiler;

  private PolicyCalculator(ObjectValue given) {
    this.given = given;
    this.compiler =
        new Compiler<>(
            PolicyFunctions.table(
                new Fields(AliasTable.shipped()), object("parameters"), object("policy")),
            Program.Missing.IS_NULL);
  }

  static PolicyCalculator of(Path file) {
    List<Document> documents = new ArrayList<>();
    DocumentReader.with(ReadOptions.policies()).read(file, file.toString(), documents::add);
    return new PolicyCalculator((ObjectValue) Values.of(documents.getFirst().root()));
  }

  /** What a call gives, as goldens have it: where everything is told, and where nothing is. */
  String outcome(String call, boolean told) {
    try {
      Value value = compiler.text("[" + call + "]").evaluate(told ? everything() : nothing());
      return value instanceof UnknownValue unknown
          ? "unknown: " + quoted(unknown.reason())
          : "gives: " + quoted(JsonText.of(value));
    } catch (ExpressionException e) {
      return "fails: " + quoted(e.reason());
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private PolicyScope everything() {
    EvaluationContext context =
        new EvaluationContext(
            object("subscription"), object("resourceGroup"), object("requestContext"), NOW);
    PolicyScope scope = new PolicyScope(new Subject(object("resource"), null), context);
    ElementBinding outer = ElementBinding.ofValue("plant", Values.of("linz"), null);
    scope.bind(ElementBinding.ofValue("port", object("element"), outer));
    return scope;
  }

  private static PolicyScope nothing() {
    return new PolicyScope(new Subject(ObjectValue.EMPTY, null), EvaluationContext.at(NOW));
  }

  private ObjectValue object(String name) {
    return given.get(name) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }
}
