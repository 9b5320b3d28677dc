package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import org.jspecify.annotations.Nullable;

/** Addresses from one to another. */
record IpRange(Address first, Address last) {

  /** The range in a text; null when there is none. */
  static @Nullable IpRange parse(Arguments arguments, String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0) {
      Cidr cidr = Cidr.of(text);
      Address only = Address.parse(text);
      return cidr != null
          ? new IpRange(cidr.first(), cidr.last())
          : only == null ? null : new IpRange(only, only);
    }
    Address first = Address.parse(text.substring(0, hyphen).strip());
    Address last = Address.parse(text.substring(hyphen + 1).strip());
    if (first == null || last == null) {
      return null;
    }
    if (first.bits() != last.bits() || first.number().compareTo(last.number()) > 0) {
      throw arguments.fail("the range " + text + " is empty");
    }
    return new IpRange(first, last);
  }

  boolean holds(IpRange other) {
    return first.number().compareTo(other.first.number()) <= 0
        && last.number().compareTo(other.last.number()) >= 0;
  }
}
