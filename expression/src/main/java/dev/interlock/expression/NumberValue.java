package dev.interlock.expression;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number: whole, or with decimals. */
public sealed interface NumberValue extends Value permits IntegerValue, DecimalValue {

  /** The exact amount. */
  BigDecimal decimal();

  /** The value of an amount: an {@link IntegerValue} when it is whole and fits into 64 bits. */
  static NumberValue of(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.precision() - (long) stripped.scale() <= 19) {
      BigInteger whole = stripped.toBigIntegerExact();
      if (whole.bitLength() < Long.SIZE) {
        return new IntegerValue(whole.longValue());
      }
    }
    return new DecimalValue(stripped);
  }

  /** Compares amounts. */
  static int compare(NumberValue a, NumberValue b) {
    return a instanceof IntegerValue x && b instanceof IntegerValue y
        ? Long.compare(x.value(), y.value())
        : a.decimal().compareTo(b.decimal());
  }
}
