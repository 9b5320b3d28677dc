package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code map(array, lambda)}: what a lambda makes of each element; its second variable is the
 * place.
 */
final class MapFunction extends Lazy {

  MapFunction() {
    super("map", Arity.of(2));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda lambda = Lambda.of(this, operands, 1, 2);
    if (source instanceof UnknownValue) {
      return source;
    }
    Gathered items = new Gathered();
    int index = 0;
    for (Value item : Lambda.items(this, source)) {
      items.add(lambda.call(item, new IntegerValue(index++)));
    }
    return items.array();
  }
}
