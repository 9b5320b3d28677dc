package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import java.util.Locale;

/**
 * {@code bool(value)}: the boolean of a text ({@code true}, {@code false}, {@code 1} or {@code 0},
 * in any letter case) or of a number (false when it is 0).
 */
final class Bool extends Strict {

  Bool() {
    super("bool", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return switch (arguments.get(0)) {
      case BooleanValue truth -> truth;
      case NumberValue number -> BooleanValue.of(number.decimal().signum() != 0);
      case StringValue text ->
          switch (text.text().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> BooleanValue.TRUE;
            case "false", "0" -> BooleanValue.FALSE;
            default -> throw arguments.fail("the text is neither true nor false");
          };
      default -> throw arguments.expected(0, "String or Integer");
    };
  }
}
