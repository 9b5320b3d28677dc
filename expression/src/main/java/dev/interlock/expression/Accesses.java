package dev.interlock.expression;

import dev.interlock.expression.Program.Missing;
import java.util.List;

/** Properties of objects and elements of arrays. */
final class Accesses {

  private Accesses() {}

  static Value get(Program.Access<?> access, Value target, Value key) {
    if (target instanceof UnknownValue unknown) {
      return key instanceof UnknownValue ? key : unknown.under(key);
    }
    if (key instanceof UnknownValue) {
      return key;
    }
    boolean lenient = access.safe() || access.missing() == Missing.IS_NULL;
    Value found = find(target, key);
    if (found != null) {
      return found;
    }
    if (lenient && isPlausible(target, key)) {
      return NullValue.NULL;
    }
    throw new ExpressionException(
        key.isSecret() ? "there is nothing under a secure value" : complaint(target, key),
        access.offset());
  }

  private static @org.jspecify.annotations.Nullable Value find(Value target, Value key) {
    return switch (target) {
      case ObjectValue object when key instanceof StringValue name -> object.get(name.text());
      case ArrayValue array when key instanceof IntegerValue index ->
          index.value() >= 0 && index.value() < array.items().size()
              ? array.items().get((int) index.value())
              : null;
      default -> null;
    };
  }

  private static boolean isPlausible(Value target, Value key) {
    return switch (target) {
      case NullValue _ -> true;
      case ObjectValue _ -> key instanceof StringValue;
      case ArrayValue _ -> key instanceof IntegerValue;
      default -> false;
    };
  }

  private static String complaint(Value target, Value key) {
    return switch (target) {
      case ObjectValue object when key instanceof StringValue name ->
          "there is no property '" + name.text() + "'; there are: " + some(object.names());
      case ArrayValue array when key instanceof IntegerValue index ->
          "there is no element " + index.value() + " in an array of " + array.items().size();
      default ->
          "a value of type "
              + target.typeName()
              + " has nothing under a key of type "
              + key.typeName();
    };
  }

  private static String some(List<String> names) {
    String list = String.join(", ", names.subList(0, Math.min(10, names.size())));
    return names.isEmpty() ? "none" : names.size() > 10 ? list + " …" : list;
  }
}
