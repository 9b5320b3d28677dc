package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.List;

/**
 * {@code indexFromEnd(array, place)}: the element at that place counted from the end; 1 is the
 * last.
 */
final class IndexFromEnd extends Tolerant {

  IndexFromEnd() {
    super("indexFromEnd", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue || arguments.get(1) instanceof UnknownValue) {
      return arguments.get(0) instanceof UnknownValue ? arguments.get(0) : arguments.get(1);
    }
    List<Value> items = arguments.array(0).items();
    long place = arguments.integer(1);
    if (place < 1 || place > items.size()) {
      throw arguments.fail(
          "the place " + place + " is out of bounds: the array has " + items.size() + " elements");
    }
    return items.get(items.size() - (int) place);
  }
}
