package dev.interlock.expression;

import java.math.BigDecimal;

/** A whole number of 64 bits. */
public record IntegerValue(long value) implements NumberValue {

  @Override
  public BigDecimal decimal() {
    return BigDecimal.valueOf(value);
  }

  @Override
  public String typeName() {
    return "Integer";
  }
}
