package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code filter(array, lambda)}: the elements of which a lambda is true; its second variable is the
 * place.
 */
final class Filter extends Lazy {

  Filter() {
    super("filter", Arity.of(2));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda lambda = Lambda.of(this, operands, 1, 2);
    if (source instanceof UnknownValue) {
      return source;
    }
    List<Value> kept = new ArrayList<>();
    int index = 0;
    for (Value item : Lambda.items(this, source)) {
      switch (lambda.call(item, new IntegerValue(index++))) {
        case BooleanValue truth -> {
          if (truth.isTrue()) {
            kept.add(item);
          }
        }
        case UnknownValue unknown -> {
          return unknown;
        }
        case Value other -> throw fail("the lambda must give a boolean, not " + other.typeName());
      }
    }
    return new ArrayValue(kept);
  }
}
