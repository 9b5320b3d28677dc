package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** {@code notEquals}, {@code notLike} and so on: the exact contrary of another operator. */
record Negated(String name, Operator positive) implements Operator {

  @Override
  public Matcher prepare(Value right) {
    return positive.prepare(right).negated();
  }
}
