package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code tryGet(value, key, …)}: the property or element under the key, of that what is under the
 * next, and so on; null as soon as there is none.
 */
final class TryGet extends Tolerant {

  TryGet() {
    super("tryGet", Arity.atLeast(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    Value value = arguments.get(0);
    for (int i = 1; i < arguments.size() && !(value instanceof UnknownValue); i++) {
      value = under(value, arguments.get(i));
    }
    return value;
  }

  private static Value under(Value value, Value key) {
    return switch (value) {
      case NullValue none -> none;
      case Value _ when key instanceof UnknownValue -> key;
      case ObjectValue object when key instanceof StringValue name ->
          orNull(object.get(name.text()));
      case ArrayValue array when key instanceof IntegerValue index ->
          index.value() < 0 || index.value() >= array.items().size()
              ? NullValue.NULL
              : array.items().get((int) index.value());
      default -> NullValue.NULL;
    };
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? NullValue.NULL : value;
  }
}
