package dev.interlock.expression;

/**
 * A JSON value as template expressions know it, or one that is not known yet. Values are immutable,
 * and equal when their JSON is: numbers by amount, objects by their properties in any order.
 */
public sealed interface Value
    permits NullValue,
        BooleanValue,
        NumberValue,
        StringValue,
        ArrayValue,
        ObjectValue,
        UnknownValue {

  /** What it is, as Azure's messages call it: {@code String}, {@code Integer}, {@code Array} … */
  String typeName();

  /** True when nothing in it, however deep, is unknown. */
  default boolean isKnown() {
    return true;
  }

  /** True when a text in it, however deep, must not be shown. */
  default boolean isSecret() {
    return false;
  }

  /** How deep arrays and objects are nested in it; 0 for what is neither. */
  default int depth() {
    return 0;
  }

  /** About how many characters its JSON has, and never more than it has, save for one. */
  default long weight() {
    return 1;
  }
}
