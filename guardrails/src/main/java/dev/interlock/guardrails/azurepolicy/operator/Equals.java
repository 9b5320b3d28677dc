package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;

/**
 * {@code equals}: texts in any letter case. A number or boolean equals the text that writes it:
 * {@code "true"} is true, {@code "365"} is 365. Absent equals null alone; an array or object equals
 * only the same.
 */
final class Equals implements Operator {

  @Override
  public String name() {
    return "equals";
  }

  @Override
  public Matcher prepare(Value right) {
    return switch (right) {
      case StringValue text -> left -> Scalars.sameText(left, text.text());
      case BooleanValue truth -> left -> Scalars.same(left, truth);
      case NumberValue number -> left -> Scalars.same(left, number);
      case NullValue _ -> left -> left instanceof NullValue;
      default -> left -> left.equals(right);
    };
  }
}
