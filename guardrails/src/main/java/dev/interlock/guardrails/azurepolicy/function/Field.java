package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * {@code field('name')}: the value of a field of the resource that the rule's {@code if} is about.
 * In an existence condition a property that such a resource can't have is the related one's:
 * Microsoft's own definitions ask so.
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
    FieldReference field = fields.of(arguments.text(0));
    PolicyScope asked = scope.ofFunctions();
    FieldReference ofIf = field.in(asked);
    return ofIf.isOfOtherTypes() && asked != scope
        ? field.in(scope).function(scope)
        : ofIf.function(asked);
  }
}
