package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code groupBy(array, lambda)}: an object with the elements in arrays, under the names that a
 * lambda gives.
 */
final class GroupBy extends Lazy {

  GroupBy() {
    super("groupBy", Arity.of(2));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda lambda = Lambda.of(this, operands, 1, 2);
    if (source instanceof UnknownValue) {
      return source;
    }
    Map<PropertyName, List<Value>> groups = new LinkedHashMap<>();
    int index = 0;
    for (Value item : Lambda.items(this, source)) {
      Value key = lambda.call(item, new IntegerValue(index++));
      if (key instanceof UnknownValue) {
        return key;
      }
      if (key.isSecret()) {
        return Secrets.UNKNOWN;
      }
      PropertyName name = new PropertyName(Lambda.name(this, key));
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(item);
    }
    Properties properties = new Properties();
    groups.forEach((name, items) -> properties.put(name.text(), new ArrayValue(items)));
    return properties.object();
  }
}
