package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A network in CIDR notation.
 *
 * @param first its address
 */
record Cidr(Address first, int prefix) {

  /** The network in a text. */
  static Cidr parse(Arguments arguments, String text) {
    Cidr cidr = of(text.strip());
    if (cidr == null) {
      throw arguments.fail("the text is not a network in CIDR notation, such as 10.0.0.0/24");
    }
    return cidr;
  }

  /** The network in a text; null when there is none. */
  static @Nullable Cidr of(String text) {
    int slash = text.indexOf('/');
    Address address = slash < 0 ? null : Address.parse(text.substring(0, slash));
    String digits = text.substring(slash + 1);
    boolean number = digits.matches("[0-9]{1,3}");
    if (address == null || !number || Integer.parseInt(digits) > address.bits()) {
      return null;
    }
    int prefix = Integer.parseInt(digits);
    BigInteger first = address.number().andNot(hosts(address.bits(), prefix));
    return new Cidr(new Address(first, address.bits()), prefix);
  }

  private static BigInteger hosts(int bits, int prefix) {
    return BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
  }

  Address last() {
    return first.plus(hosts(first.bits(), prefix));
  }

  Address mask() {
    return new Address(hosts(first.bits(), 0).andNot(hosts(first.bits(), prefix)), first.bits());
  }

  /** Two addresses or fewer leave none for the network and the broadcast. */
  private boolean isReserved() {
    return first.bits() == Address.V4 && prefix < Address.V4 - 1;
  }

  Address firstUsable() {
    return isReserved() ? first.plus(BigInteger.ONE) : first;
  }

  Address lastUsable() {
    return isReserved() ? last().plus(BigInteger.ONE.negate()) : last();
  }

  /** Where hosts are counted from: in IPv6 the network's address is none. */
  Address firstHost() {
    boolean skips = first.bits() == Address.V6 && prefix < Address.V6;
    return skips ? first.plus(BigInteger.ONE) : firstUsable();
  }
}
