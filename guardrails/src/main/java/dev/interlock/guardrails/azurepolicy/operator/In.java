package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code in}: one of the elements of an array, in the sense of {@code equals}. */
final class In implements Operator {

  @Override
  public String name() {
    return "in";
  }

  @Override
  public Matcher prepare(Value right) {
    if (!(right instanceof ArrayValue array)) {
      throw new ExpressionException("in compares with an array, not with " + right.typeName());
    }
    Set<PropertyName> texts = new HashSet<>();
    List<Value> others = new ArrayList<>();
    for (Value item : array.items()) {
      if (item instanceof StringValue text) {
        texts.add(new PropertyName(text.text()));
      } else {
        others.add(item);
      }
    }
    return left ->
        left instanceof StringValue text
            ? texts.contains(new PropertyName(text.text())) || one(left, others)
            : array.items().stream().anyMatch(item -> Scalars.same(left, item));
  }

  private static boolean one(Value left, List<Value> others) {
    for (Value item : others) {
      if (Scalars.same(left, item)) {
        return true;
      }
    }
    return false;
  }
}
