package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code reduce(array, start, lambda)}: what a lambda makes of the start and the first element, of
 * that and the second, and so on; its third variable is the place.
 */
final class Reduce extends Lazy {

  Reduce() {
    super("reduce", Arity.of(3));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Value result = operands.get(1).value();
    Lambda lambda = Lambda.of(this, operands, 2, 3);
    if (source instanceof UnknownValue) {
      return source;
    }
    int index = 0;
    for (Value item : Lambda.items(this, source)) {
      result = lambda.call(result, item, new IntegerValue(index++));
    }
    return result;
  }
}
