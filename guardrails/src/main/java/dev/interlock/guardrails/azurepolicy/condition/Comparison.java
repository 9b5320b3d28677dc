package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.Program;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.operator.Matcher;
import dev.interlock.guardrails.azurepolicy.operator.Operator;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.function.UnaryOperator;

/** An operator with what it compares with: prepared once when that never changes. */
public sealed interface Comparison {

  /** Tests a value; one that is unknown gives unknown. */
  Truth test(Value left, PolicyScope scope);

  /** The operator, for explanations. */
  Operator operator();

  /** What it compares with. */
  Value right(PolicyScope scope);

  /** What a comparison says, unless a part that is not known may say otherwise. */
  private static Truth told(
      Operator operator, Value left, Value right, boolean passed, PolicyScope scope) {
    String doubt = left.isKnown() ? null : PartlyKnown.doubt(operator, left, right, passed);
    return doubt == null ? Truth.of(passed) : scope.unknown(doubt);
  }

  /** With what is known when the rule is compiled. */
  record Prepared(Operator operator, Value right, Matcher matcher) implements Comparison {

    @Override
    public Truth test(Value left, PolicyScope scope) {
      if (left instanceof UnknownValue unknown) {
        return scope.unknown(unknown.reason());
      }
      return told(operator, left, right, matcher.matches(left), scope);
    }

    @Override
    public Value right(PolicyScope scope) {
      return right;
    }
  }

  /**
   * With what is computed for each resource.
   *
   * @param form what is done to it before it is compared: locations lose their blanks
   */
  record Computed(Operator operator, Program<PolicyScope> program, UnaryOperator<Value> form)
      implements Comparison {

    @Override
    public Truth test(Value left, PolicyScope scope) {
      Value right = program.evaluate(scope);
      if (!right.isKnown()) {
        return scope.unknown("what it is compared with is not known");
      }
      if (left instanceof UnknownValue unknown) {
        return scope.unknown(unknown.reason());
      }
      Value formed = form.apply(right);
      return told(operator, left, formed, operator.prepare(formed).matches(left), scope);
    }

    @Override
    public Value right(PolicyScope scope) {
      return program.evaluate(scope);
    }
  }
}
