package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Arithmetic. */
final class Numbers {

  /** As many digits before the point, and after it, as a double can have. */
  private static final int MOST_DIGITS = 340;

  private Numbers() {}

  /** The arguments, or the elements of the only one. */
  static List<NumberValue> of(Arguments arguments) {
    List<Value> values =
        arguments.size() == 1 && arguments.get(0) instanceof ArrayValue array
            ? array.items()
            : arguments.all();
    List<NumberValue> numbers = new ArrayList<>(values.size());
    for (Value value : values) {
      if (!(value instanceof NumberValue number)) {
        throw arguments.fail("expected numbers and found " + value.typeName());
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** What an operation makes of two numbers; decimals are rounded to 34 digits. */
  static NumberValue combine(Arguments arguments, BinaryOperator<BigDecimal> operation) {
    NumberValue a = arguments.number(0);
    NumberValue b = arguments.number(1);
    BigDecimal result = operation.apply(finite(arguments, a), finite(arguments, b));
    if (a instanceof IntegerValue && b instanceof IntegerValue) {
      if (NumberValue.of(result) instanceof IntegerValue whole) {
        return whole;
      }
      throw arguments.fail("the result has more than 64 bits");
    }
    NumberValue rounded = NumberValue.of(result.round(MathContext.DECIMAL128));
    finite(arguments, rounded);
    return rounded;
  }

  /** The number in a text. */
  static NumberValue parse(Arguments arguments, String text) {
    if (text.length() > MOST_DIGITS) {
      throw arguments.fail("the text is too long to be a number");
    }
    try {
      NumberValue number = NumberValue.of(new BigDecimal(text));
      finite(arguments, number);
      return number;
    } catch (NumberFormatException | ArithmeticException _) {
      throw arguments.fail("the text is not a number");
    }
  }

  /** The amount, which must be one that a double can come near to. */
  static BigDecimal finite(Arguments arguments, NumberValue number) {
    BigDecimal amount = number.decimal();
    long whole = amount.precision() - (long) amount.scale();
    if (whole > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
      throw arguments.fail("the number is too large or too small");
    }
    return amount;
  }
}
