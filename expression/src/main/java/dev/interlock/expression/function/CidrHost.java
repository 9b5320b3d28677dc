package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.math.BigInteger;

/**
 * {@code cidrHost(network, index)}: the address of a host in a network, from 0; the address of the
 * network itself is none, nor is the broadcast address of IPv4.
 */
final class CidrHost extends Strict {

  CidrHost() {
    super("cidrHost", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    Cidr cidr = Cidr.parse(arguments, arguments.text(0));
    BigInteger index = BigInteger.valueOf(arguments.integer(1));
    Address first = cidr.firstHost();
    BigInteger most = cidr.lastUsable().number().subtract(first.number());
    if (index.signum() < 0 || index.compareTo(most) > 0) {
      throw arguments.fail("there is no host " + index + " in the network");
    }
    return Values.of(first.plus(index).toString());
  }
}
