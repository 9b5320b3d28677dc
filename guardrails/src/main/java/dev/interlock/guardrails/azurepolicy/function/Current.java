package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * {@code current()} and {@code current('name')}: the element that a count looks at, or a property
 * of it by the alias of that.
 *
 * @param fields what names mean
 */
public record Current(Fields fields) implements ScopeFunction<PolicyScope> {

  @Override
  public String name() {
    return "current";
  }

  @Override
  public Arity arity() {
    return Arity.of(0, 1);
  }

  @Override
  public Value apply(PolicyScope scope, Arguments arguments) {
    ElementBinding innermost = scope.element();
    if (innermost == null) {
      throw new ExpressionException("current() has a meaning only in the where of a count");
    }
    return arguments.size() == 0 ? innermost.value() : named(scope, arguments.text(0));
  }

  private Value named(PolicyScope scope, String name) {
    for (ElementBinding e = scope.element(); e != null; e = e.outer()) {
      if (e.name().equalsIgnoreCase(name)) {
        return e.value();
      }
    }
    FieldReference field = fields.of(name).in(scope);
    if (!name.contains("[*]") || field.unknown() != null) {
      throw new ExpressionException("no count around this one calls its element '" + name + "'");
    }
    return property(field, scope);
  }

  /** A property of the element is one value; an absent one is the empty text. */
  private static Value property(FieldReference field, PolicyScope scope) {
    if (field.function(scope) instanceof ArrayValue array && array.items().size() < 2) {
      Value only = array.items().isEmpty() ? NullValue.NULL : array.items().getFirst();
      return only == NullValue.NULL ? StringValue.EMPTY : only;
    }
    return field.function(scope);
  }
}
