package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.UUID;

/**
 * {@code guid(text, …)}: a UUID that is always the same for the same texts.
 *
 * <p>Microsoft documents that it is a hash, not which one. This is a UUID of version 5 (RFC 9562)
 * of the texts joined by hyphens, in the namespace that Azure was seen to use.
 */
final class Guid extends Strict {

  private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

  Guid() {
    super("guid", Arity.atLeast(1));
  }

  @Override
  public Value apply(Arguments arguments) {
    return Values.of(NameUuid.of(NAMESPACE, Joined.texts(arguments)).toString());
  }
}
