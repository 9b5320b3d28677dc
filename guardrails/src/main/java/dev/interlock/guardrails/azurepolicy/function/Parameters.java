package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PureFunction;
import dev.interlock.expression.Value;

/**
 * {@code parameters('name')}: the value of a parameter, known when the rule is compiled.
 *
 * @param values by name
 */
public record Parameters(ObjectValue values) implements PureFunction {

  @Override
  public String name() {
    return "parameters";
  }

  @Override
  public Arity arity() {
    return Arity.of(1);
  }

  @Override
  public Value apply(Arguments arguments) {
    Value value = values.get(arguments.text(0));
    if (value == null) {
      throw new ExpressionException("there is no parameter '" + arguments.text(0) + "'");
    }
    return value;
  }
}
