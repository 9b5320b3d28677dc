package dev.interlock.expression.function;

import dev.interlock.expression.Arity;
import dev.interlock.expression.Operand;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code sort(array, lambda)}: the elements in the order a lambda says: true when its first
 * variable comes before its second. What comes before neither keeps its order.
 */
final class Sort extends Lazy {

  Sort() {
    super("sort", Arity.of(2));
  }

  @Override
  public Value apply(List<Operand> operands) {
    Value source = operands.get(0).value();
    Lambda lambda = Lambda.of(this, operands, 1, 2);
    if (source instanceof UnknownValue) {
      return source;
    }
    return new MergeSort(this, lambda).sorted(Lambda.items(this, source));
  }
}
