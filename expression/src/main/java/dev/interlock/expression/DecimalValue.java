package dev.interlock.expression;

import java.math.BigDecimal;

/**
 * A number that is not whole, or too large for 64 bits. Made by {@link NumberValue#of}, which keeps
 * it free of trailing zeros so that equal amounts are equal values.
 */
public record DecimalValue(BigDecimal decimal) implements NumberValue {

  @Override
  public String typeName() {
    return "Float";
  }
}
