package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** {@code lessOrEquals}: before or the same, or no greater number, see {@link Order}. */
final class LessOrEquals implements Operator {

  @Override
  public String name() {
    return "lessOrEquals";
  }

  @Override
  public Matcher prepare(Value right) {
    return Order.matcher(name(), right, c -> c <= 0);
  }
}
