package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.Operand;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code toObject(array, name, value)}: an object with a property for each element; lambdas give
 * its name and its value, or the element is the value. Of values under one name the last counts.
 */
final class ToObject extends Lazy {

  ToObject() {
    super("toObject", Arity.of(2, 3));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda name = Lambda.of(this, operands, 1, 1);
    if (source instanceof UnknownValue) {
      return source;
    }
    Properties properties = new Properties();
    for (Value item : Lambda.items(this, source)) {
      Value key = name.call(item);
      if (key instanceof UnknownValue) {
        return key;
      }
      if (key.isSecret()) {
        return Secrets.UNKNOWN;
      }
      Value value = operands.size() == 2 ? item : Lambda.of(this, operands, 2, 1).call(item);
      properties.put(Lambda.name(this, key), value);
    }
    return properties.object();
  }
}
