package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;

/** {@code exists}: whether there is a value at all; null is none. */
final class Exists implements Operator {

  @Override
  public String name() {
    return "exists";
  }

  @Override
  public Matcher prepare(Value right) {
    boolean wanted = isTrue(right);
    return left -> (left instanceof NullValue) != wanted;
  }

  private static boolean isTrue(Value right) {
    if (right instanceof BooleanValue truth) {
      return truth.isTrue();
    }
    if (right instanceof StringValue text && text.text().equalsIgnoreCase("true")) {
      return true;
    }
    if (right instanceof StringValue text && text.text().equalsIgnoreCase("false")) {
      return false;
    }
    throw new ExpressionException(
        "exists compares with true or false, not with " + JsonText.of(right));
  }
}
