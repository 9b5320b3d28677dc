package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exact number. */
final class Decimal implements Scalar<BigDecimal> {

  /** No quantity we speak of needs more; wider ones would blow up when written out in full. */
  private static final int MAX_DIGITS = 60;

  @Override
  public String expected() {
    return "a number";
  }

  @Override
  public boolean accepts(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger || value instanceof BigDecimal;
  }

  @Override
  public @Nullable BigDecimal read(ScalarNode node) {
    return switch (node.value()) {
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> bounded(new BigDecimal(number));
      case BigDecimal number -> bounded(number);
      case null, default -> null;
    };
  }

  static @Nullable BigDecimal bounded(BigDecimal number) {
    boolean small =
        number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS;
    return small ? number : null;
  }

  @Override
  public BigDecimal standIn(boolean other) {
    return other ? BigDecimal.TEN.pow(12) : BigDecimal.ZERO;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "number");
  }
}
