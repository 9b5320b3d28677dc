package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.Value;

/**
 * {@code ipRangeContains(range, other)}: whether a range of addresses holds another; for policies
 * only. A range is an address, a network in CIDR notation, or two addresses with a hyphen between.
 * What is none of these holds nothing and is held by nothing; empty ranges, and IPv4 together with
 * IPv6, are failures.
 */
final class IpRangeContains extends Strict {

  IpRangeContains() {
    super("ipRangeContains", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    String first = arguments.text(0).strip();
    String second = arguments.text(1).strip();
    if (first.isEmpty() || second.isEmpty()) {
      throw arguments.fail("a range is empty");
    }
    IpRange range = IpRange.parse(arguments, first);
    IpRange other = IpRange.parse(arguments, second);
    if (range == null || other == null) {
      return BooleanValue.FALSE;
    }
    if (range.first().bits() != other.first().bits()) {
      throw arguments.fail("IPv4 and IPv6 can't be compared");
    }
    return BooleanValue.of(range.holds(other));
  }
}
