package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** {@code greaterOrEquals}: after or the same, or no smaller number, see {@link Order}. */
final class GreaterOrEquals implements Operator {

  @Override
  public String name() {
    return "greaterOrEquals";
  }

  @Override
  public Matcher prepare(Value right) {
    return Order.matcher(name(), right, c -> c >= 0);
  }
}
