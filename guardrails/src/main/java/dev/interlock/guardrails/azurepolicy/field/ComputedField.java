package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * A field whose name is an expression on the resource or on a counted element: {@code
 * [concat('tags[', current('tag'), ']')]}.
 */
public record ComputedField(String name, Program<PolicyScope> program, Fields fields)
    implements FieldReference {

  @Override
  public FieldReference in(PolicyScope scope) {
    return switch (program.evaluate(scope)) {
      case StringValue text -> fields.of(text.text()).in(scope);
      case UnknownValue unknown -> new UnknownField(name, unknown.reason());
      case Value other ->
          throw new dev.interlock.expression.ExpressionException(
              "the name of a field must be of type String and is of type " + other.typeName());
    };
  }

  @Override
  public Value value(PolicyScope scope) {
    return in(scope).value(scope);
  }
}
