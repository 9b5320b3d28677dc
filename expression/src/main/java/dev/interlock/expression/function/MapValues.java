package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/** {@code mapValues(object, lambda)}: the object with what a lambda makes of each of its values. */
final class MapValues extends Lazy {

  MapValues() {
    super("mapValues", Arity.of(2));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda lambda = Lambda.of(this, operands, 1, 1);
    if (source instanceof UnknownValue) {
      return source;
    }
    if (!(source instanceof ObjectValue object)) {
      throw expected(0, "Object", source);
    }
    Properties properties = new Properties();
    for (int i = 0; i < object.size(); i++) {
      properties.put(object.names().get(i), lambda.call(object.at(i)));
    }
    return properties.object();
  }
}
