package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.Value;

/** {@code less}: before, or a smaller number, see {@link Order}. */
final class Less implements Operator {

  @Override
  public String name() {
    return "less";
  }

  @Override
  public Matcher prepare(Value right) {
    return Order.matcher(name(), right, c -> c < 0);
  }
}
