package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;

/**
 * {@code uri(base, relative)}: the absolute URI that a relative one means at a base, by RFC 3986,
 * section 5.
 */
final class Uri extends Strict {

  Uri() {
    super("uri", Arity.of(2));
  }

  @Override
  public Value apply(Arguments arguments) {
    UriReference base = UriReference.of(arguments.text(0));
    UriReference relative = UriReference.of(arguments.text(1));
    if (base.scheme() == null) {
      throw arguments.fail("the base must be an absolute URI such as https://example.com/");
    }
    return Values.of(base.resolve(relative).toString());
  }
}
