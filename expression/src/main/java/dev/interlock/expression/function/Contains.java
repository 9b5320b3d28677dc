package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;

/**
 * {@code contains(container, item)}: whether an array has the element, an object the property (in
 * any letter case), a text the part (in the same letter case).
 */
final class Contains extends Tolerant {

  Contains() {
    super("contains", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    Value item = arguments.get(1);
    return switch (arguments.get(0)) {
      case UnknownValue unknown -> unknown;
      case ArrayValue array -> element(array, item);
      case Value container when item instanceof UnknownValue && isContainer(container) -> item;
      case ObjectValue object -> BooleanValue.of(object.get(key(arguments)) != null);
      case StringValue text -> BooleanValue.of(Search.first(text.text(), key(arguments), 0) >= 0);
      default -> throw arguments.expected(0, "Array, Object or String");
    };
  }

  private static boolean isContainer(Value value) {
    return value instanceof ObjectValue || value instanceof StringValue;
  }

  private static String key(Arguments arguments) {
    return switch (arguments.get(1)) {
      case StringValue text -> text.text();
      case IntegerValue number -> JsonText.number(number);
      default -> throw arguments.expected(1, "String or Integer");
    };
  }

  private static Value element(ArrayValue array, Value item) {
    Value answer = BooleanValue.FALSE;
    for (Value element : array.items()) {
      Value same = Sameness.of(element, item);
      if (same == BooleanValue.TRUE) {
        return same;
      }
      answer = same instanceof UnknownValue ? same : answer;
    }
    return answer;
  }
}
