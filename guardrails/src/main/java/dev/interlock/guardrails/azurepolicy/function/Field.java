package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * {@code field('name')}: the value of a field of the resource that the rule's {@code if} is about.
 *
 * @param fields what names mean
 */
public record Field(Fields fields) implements ScopeFunction<PolicyScope> {

  @Override
  public String name() {
    return "field";
  }

  @Override
  public Arity arity() {
    return Arity.of(1);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    if (arguments.get(0) instanceof UnknownValue unknown) {
      return unknown;
    }
    PolicyScope asked = scope.ofFunctions();
    return fields.of(arguments.text(0)).in(asked).function(asked);
  }
}
