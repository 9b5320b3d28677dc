package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.math.BigDecimal;

/** {@code int(value)}: the whole number of a text or number; decimals are cut off. */
final class IntFunction extends Strict {

  IntFunction() {
    super("int", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case IntegerValue whole -> whole;
      case NumberValue number -> whole(arguments, number.decimal());
      case StringValue text -> new IntegerValue(parsed(arguments, text.text().strip()));
      default -> throw arguments.expected(0, "String or Integer");
    };
  }

  private static Value whole(Arguments arguments, BigDecimal decimal) {
    if (decimal.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw arguments.fail("the number has more than 64 bits");
    }
    return new IntegerValue(decimal.longValue());
  }

  private static long parsed(Arguments arguments, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw arguments.fail("the text is not a whole number of 64 bits");
    }
  }
}
