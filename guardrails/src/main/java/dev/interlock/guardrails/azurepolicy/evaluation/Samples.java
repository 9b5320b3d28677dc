package dev.interlock.guardrails.azurepolicy.evaluation;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.ParameterType;

/** A value that a parameter may have, for looking at a definition without knowing its use. */
public final class Samples {

  private Samples() {}

  /** The first value that is allowed, or one of its type. */
  public static Value of(ParameterDeclaration declared) {
    boolean array = declared.type() == ParameterType.ARRAY;
    if (!declared.allowedValues().isEmpty()) {
      Value first = declared.allowedValues().getFirst();
      return array && !(first instanceof ArrayValue) ? ArrayValue.of(first) : first;
    }
    return switch (declared.type()) {
      case STRING -> Values.of("value");
      case ARRAY -> ArrayValue.of(Values.of("value"));
      case OBJECT -> ObjectValue.EMPTY;
      case BOOLEAN -> BooleanValue.TRUE;
      case INTEGER, FLOAT -> new IntegerValue(1);
      case DATE_TIME -> Values.of("2026-01-01T00:00:00Z");
    };
  }
}
