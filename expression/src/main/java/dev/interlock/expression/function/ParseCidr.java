package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/** {@code parseCidr(network)}: what there is to say of a network in CIDR notation, IPv4 or IPv6. */
final class ParseCidr extends Strict {

  ParseCidr() {
    super("parseCidr", Arity.of(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    Cidr cidr = Cidr.parse(arguments, arguments.text(0));
    Properties properties = new Properties();
    properties.put("network", Values.of(cidr.first().toString()));
    properties.put("netmask", Values.of(cidr.mask().toString()));
    if (cidr.first().bits() == Address.V4) {
      properties.put("broadcast", Values.of(cidr.last().toString()));
    }
    properties.put("firstUsable", Values.of(cidr.firstUsable().toString()));
    properties.put("lastUsable", Values.of(cidr.lastUsable().toString()));
    properties.put("cidr", new IntegerValue(cidr.prefix()));
    return properties.object();
  }
}
