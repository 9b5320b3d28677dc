package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Program;
import dev.interlock.expression.Value;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.operator.Operator;
import dev.interlock.guardrails.azurepolicy.operator.Operators;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the operator of a condition and what it compares with. */
final class ComparisonReader {

  private final RuleTexts texts;

  ComparisonReader(RuleTexts texts) {
    this.texts = texts;
  }

  /**
   * The comparison beside {@code field}, {@code value} or {@code count}; null after a problem.
   *
   * @param location whether names of locations are compared
   */
  @Nullable Comparison read(MappingNode mapping, Entry head, boolean location) {
    Entry found = null;
    for (Entry entry : mapping.entries()) {
      if (entry.equals(head)) {
        continue;
      }
      if (Operators.find(entry.key()) == null) {
        unknown(entry);
        return null;
      }
      if (found != null) {
        texts.problem(
            RuleProblem.NO_OPERATOR,
            entry,
            "a condition has one operator, not both " + found.key() + " and " + entry.key());
        return null;
      }
      found = entry;
    }
    if (found == null) {
      texts.problem(RuleProblem.NO_OPERATOR, mapping, "the condition has no operator");
      return null;
    }
    return comparison(found, location);
  }

  private void unknown(Entry entry) {
    String hint =
        Suggestion.didYouMean(entry.key(), Operators.names()).map(text -> "; " + text).orElse("");
    texts.problem(RuleProblem.UNKNOWN_KEY, entry, "\"" + entry.key() + "\" is no operator" + hint);
  }

  private @Nullable Comparison comparison(Entry entry, boolean location) {
    Operator operator = java.util.Objects.requireNonNull(Operators.find(entry.key()));
    Program<PolicyScope> right = texts.program(entry.value());
    UnaryOperator<Value> form = location ? LocationNames::normal : UnaryOperator.identity();
    if (!(right instanceof Program.Constant<PolicyScope> constant) || !constant.value().isKnown()) {
      return new Comparison.Computed(operator, right, form);
    }
    try {
      Value value = form.apply(constant.value());
      return new Comparison.Prepared(operator, value, operator.prepare(value));
    } catch (ExpressionException e) {
      texts.problem(RuleProblem.BAD_OPERAND, entry.value(), e.reason());
      return null;
    }
  }
}
