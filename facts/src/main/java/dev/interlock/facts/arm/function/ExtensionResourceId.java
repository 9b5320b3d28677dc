package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;

/** {@code extensionResourceId(id, type, name, …)}: the id of a resource that extends another. */
final class ExtensionResourceId extends Asking {

  ExtensionResourceId() {
    super("extensionResourceId", Arity.atLeast(3));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    Arguments rest = new Arguments(name(), arguments.all().subList(1, arguments.size()));
    return Values.of(Identifier.of(rest, 0).resource().below(arguments.text(0)));
  }
}
