package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code range(start, count)}: so many whole numbers in a row, 10,000 at most. */
final class Range extends Strict {

  private static final int MOST = 10_000;

  Range() {
    super("range", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    int start = arguments.int32(0);
    int count = arguments.int32(1);
    if (count < 0 || count > MOST) {
      throw arguments.fail("the count must be from 0 to " + MOST + " and is " + count);
    }
    if ((long) start + count > Integer.MAX_VALUE) {
      throw arguments.fail("start and count together exceed " + Integer.MAX_VALUE);
    }
    List<Value> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(new IntegerValue((long) start + i));
    }
    return new ArrayValue(numbers);
  }
}
