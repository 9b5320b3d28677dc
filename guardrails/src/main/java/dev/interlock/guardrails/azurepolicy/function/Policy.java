package dev.interlock.guardrails.azurepolicy.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PureFunction;
import dev.interlock.expression.Value;

/**
 * {@code policy()}: through which assignment, initiative and definition the rule is evaluated.
 *
 * @param ids {@code assignmentId}, {@code definitionId}, {@code setDefinitionId}, {@code
 *     definitionReferenceId}
 */
public record Policy(ObjectValue ids) implements PureFunction {

  @Override
  public String name() {
    return "policy";
  }

  @Override
  public Arity arity() {
    return Arity.of(0);
  }

  @Override
  public Value apply(Arguments arguments) {
    return ids;
  }
}
