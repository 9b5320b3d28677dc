package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.Limits;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;

/** Texts of single values, as functions that make texts of their arguments have them. */
final class Scalars {

  private Scalars() {}

  /** The text of a text, number, boolean ({@code True}) or null (empty) among the arguments. */
  static String text(Arguments arguments, int index) {
    return switch (arguments.get(index)) {
      case StringValue text -> text.text();
      case NumberValue number -> JsonText.number(number);
      case BooleanValue truth -> truth.isTrue() ? "True" : "False";
      case NullValue _ -> "";
      default -> throw arguments.expected(index, "String");
    };
  }

  /** The JSON of a value, unless it is too long. */
  static String json(Value value) {
    Limits.text(value.weight() - 1);
    return JsonText.of(value);
  }
}
