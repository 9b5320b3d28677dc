package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.math.BigInteger;

/**
 * {@code cidrSubnet(network, prefix, index)}: one of the networks that a network is divided into,
 * from 0.
 */
final class CidrSubnet extends Strict {

  CidrSubnet() {
    super("cidrSubnet", Arity.of(3));
  }

  @Override
  public Value apply(Arguments arguments) {
    Cidr cidr = Cidr.parse(arguments, arguments.text(0));
    long prefix = arguments.integer(1);
    int bits = cidr.first().bits();
    if (prefix < cidr.prefix() || prefix > bits) {
      throw arguments.fail("the new prefix must be from " + cidr.prefix() + " to " + bits);
    }
    BigInteger index = BigInteger.valueOf(arguments.integer(2));
    if (index.signum() < 0 || index.bitLength() > prefix - cidr.prefix()) {
      throw arguments.fail("there is no subnet " + index + " of this size in the network");
    }
    Address first = cidr.first().plus(index.shiftLeft(bits - (int) prefix));
    return Values.of(first + "/" + prefix);
  }
}
