package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;
import java.util.Locale;

/** Draws a condition as a tree, each leaf with the value it saw and what that came to. */
public final class Explainer {

  /** Elements of one array; a tree that nobody reads explains nothing. */
  private static final int MOST_SHOWN = 50;

  private final PolicyScope scope;
  private final StringBuilder out = new StringBuilder();

  private Explainer(PolicyScope scope) {
    this.scope = scope;
  }

  /** The tree of a condition, one line a part, indented by two blanks a level. */
  public static String explain(Condition condition, PolicyScope scope) {
    Explainer explainer = new Explainer(scope);
    explainer.draw(condition, 0);
    return explainer.out.toString();
  }

  private void draw(Condition condition, int depth) {
    String result = result(condition);
    switch (condition) {
      case AllOf all -> group("allOf", all.parts(), depth, result);
      case AnyOf any -> group("anyOf", any.parts(), depth, result);
      case Not not -> group("not", List.of(not.part()), depth, result);
      case FieldCondition field -> field(field, depth, result);
      case ValueCondition value ->
          line(depth, result, "value " + safe(value.value()) + compared(value.comparison()));
      case FieldCount count -> count(count, depth, result);
      case ValueCount count -> {
        line(depth, result, "count of " + safe(count.array()) + compared(count.comparison()));
        if (count.where() != null && items(count.array()) instanceof ArrayValue items) {
          elements(
              items.items().stream()
                  .map(item -> ElementBinding.ofValue(count.name(), item, scope.element()))
                  .toList(),
              count.where(),
              depth);
        }
      }
    }
  }

  private void group(String word, List<Condition> parts, int depth, String result) {
    line(depth, result, word);
    parts.forEach(part -> draw(part, depth + 1));
  }

  private void field(FieldCondition condition, int depth, String result) {
    line(
        depth,
        result,
        "field "
            + condition.field().label()
            + " = "
            + seen(condition.field())
            + compared(condition.comparison()));
  }

  private void count(FieldCount count, int depth, String result) {
    FieldReference known = count.array().in(scope);
    List<ElementBinding> elements = known.unknown() == null ? known.elements(scope) : List.of();
    line(
        depth,
        result,
        "count of "
            + known.label()
            + " ("
            + elements.size()
            + " elements)"
            + compared(count.comparison()));
    if (count.where() != null) {
      elements(elements, count.where(), depth);
    }
  }

  private void elements(List<ElementBinding> elements, Condition where, int depth) {
    int shown = Math.min(elements.size(), MOST_SHOWN);
    elements.subList(0, shown).forEach(element -> element(element, where, depth));
    if (shown < elements.size()) {
      out.append("  ".repeat(depth + 1))
          .append("… and ")
          .append(elements.size() - shown)
          .append(" more elements\n");
    }
  }

  private void element(ElementBinding element, Condition where, int depth) {
    ElementBinding before = scope.element();
    scope.bind(element);
    try {
      line(depth + 1, result(where), "element " + shortened(element.value()));
      draw(where, depth + 2);
    } finally {
      scope.bind(before);
    }
  }

  private String seen(FieldReference field) {
    try {
      FieldReference known = field.in(scope);
      if (known.unknown() != null) {
        return "unknown: " + known.unknown();
      }
      return known.isMany()
          ? shortened(new ArrayValue(known.valuesOrNull(scope)))
          : shortened(known.value(scope));
    } catch (ExpressionException e) {
      return "failed: " + e.reason();
    }
  }

  private Value items(Program<PolicyScope> program) {
    try {
      return program.evaluate(scope);
    } catch (ExpressionException _) {
      return NullValue.NULL;
    }
  }

  private String safe(Program<PolicyScope> program) {
    try {
      return shortened(program.evaluate(scope));
    } catch (ExpressionException e) {
      return "failed: " + e.reason();
    }
  }

  private String compared(Comparison comparison) {
    try {
      return ", " + comparison.operator().name() + " " + shortened(comparison.right(scope));
    } catch (ExpressionException e) {
      return ", " + comparison.operator().name() + " (failed: " + e.reason() + ")";
    }
  }

  private static String shortened(Value value) {
    String text = value == NullValue.NULL ? "nothing" : JsonText.of(Secrets.hidden(value));
    return text.length() > 120 ? text.substring(0, 117) + "…" : text;
  }

  /** Each part is tested as if it were the first to be. */
  private String result(Condition condition) {
    ElementBinding element = scope.element();
    scope.reset();
    scope.bind(element);
    try {
      Truth truth = condition.test(scope);
      return truth.name().toLowerCase(Locale.ROOT);
    } catch (ExpressionException e) {
      return "failed: " + e.reason();
    }
  }

  private void line(int depth, String result, String text) {
    out.append("  ".repeat(depth)).append(text).append(" → ").append(result).append('\n');
  }
}
