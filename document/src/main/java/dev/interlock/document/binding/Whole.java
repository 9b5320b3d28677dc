package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole number within the bounds of int or long; 3.0 counts as whole, as in JSON Schema. */
final class Whole implements Scalar<Number> {

  private final boolean wide;

  /**
   * @param wide long rather than int
   */
  Whole(boolean wide) {
    this.wide = wide;
  }

  @Override
  public String expected() {
    return "a whole number";
  }

  @Override
  public boolean accepts(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger || value instanceof BigDecimal;
  }

  @Override
  public @Nullable Number read(ScalarNode node) {
    try {
      return switch (node.value()) {
        case Long number -> narrow(number);
        // A huge exponent would make longValueExact work for minutes.
        case BigDecimal number when number.precision() - number.scale() < 20 ->
            narrow(number.longValueExact());
        case null, default -> null;
      };
    } catch (ArithmeticException _) {
      return null;
    }
  }

  private Number narrow(long number) {
    if (wide) {
      return number;
    }
    return Math.toIntExact(number);
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    return node.value() instanceof String && accepts(asNumber(node.text()))
        ? "leave out the quotes: " + node.text()
        : null;
  }

  private static @Nullable Object asNumber(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  @Override
  public Number standIn(boolean other) {
    return narrow(other ? 1_000_000 : 0);
  }

  @Override
  public Map<String, Object> schema() {
    return wide
        ? Map.of("type", "integer")
        : Map.of("type", "integer", "minimum", Integer.MIN_VALUE, "maximum", Integer.MAX_VALUE);
  }
}
