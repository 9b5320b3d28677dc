package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** {@code greater}: after, or a greater number, see {@link Order}. */
final class Greater implements Operator {

  @Override
  public String name() {
    return "greater";
  }

  @Override
  public Matcher prepare(Value right) {
    return Order.matcher(name(), right, c -> c > 0);
  }
}
