package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Value;

/** {@code containsKey}: an object has a property of that name, in any letter case. */
final class ContainsKey implements Operator {

  @Override
  public String name() {
    return "containsKey";
  }

  @Override
  public Matcher prepare(Value right) {
    String key = Scalars.text(right);
    if (key == null) {
      throw new ExpressionException(
          "containsKey compares with a text, not with " + right.typeName());
    }
    PropertyName name = new PropertyName(key);
    return left -> left instanceof ObjectValue object && object.get(name) != null;
  }
}
