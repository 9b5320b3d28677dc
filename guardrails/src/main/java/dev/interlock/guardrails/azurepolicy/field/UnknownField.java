package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * A field that nobody knows: an alias that is in no table. What is said of it is unknown, so that a
 * slip of the pen gives no verdict.
 *
 * @param unknown why, in a sentence
 */
public record UnknownField(String name, String unknown) implements FieldReference {

  @Override
  public Value value(PolicyScope scope) {
    return new UnknownValue(unknown);
  }

  @Override
  public Value function(PolicyScope scope) {
    return new UnknownValue(unknown);
  }
}
