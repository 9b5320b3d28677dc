package dev.interlock.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A text, number, boolean or null.
 *
 * @param value a String, Boolean, Long, BigInteger, BigDecimal, Double (only for infinities and
 *     NaN) or null
 * @param text exactly what was written, without quotes and escapes
 */
public record ScalarNode(@Nullable Object value, String text, int line, int column)
    implements Node {

  @Override
  public String describe() {
    return switch (value) {
      case null -> "nothing";
      case Boolean _ -> "true/false";
      case Long _, BigInteger _, BigDecimal _, Double _ -> "a number";
      default -> "text";
    };
  }
}
