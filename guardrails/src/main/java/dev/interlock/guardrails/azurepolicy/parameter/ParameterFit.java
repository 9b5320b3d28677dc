package dev.interlock.guardrails.azurepolicy.parameter;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NumberValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.model.ParameterDeclaration;
import dev.interlock.guardrails.azurepolicy.model.ParameterType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * Whether a value may stand for a parameter. What is unknown may: nobody can say that it does not.
 */
public final class ParameterFit {

  private ParameterFit() {}

  /** True when the value has the type; nothing is converted. */
  public static boolean hasType(Value value, ParameterType type) {
    if (value instanceof UnknownValue) {
      return true;
    }
    return switch (type) {
      case STRING -> value instanceof StringValue;
      case ARRAY -> value instanceof ArrayValue;
      case OBJECT -> value instanceof ObjectValue;
      case BOOLEAN -> value instanceof BooleanValue;
      case INTEGER -> value instanceof IntegerValue;
      case FLOAT -> value instanceof NumberValue;
      case DATE_TIME -> value instanceof StringValue text && isInstant(text.text());
    };
  }

  private static boolean isInstant(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /**
   * True when the value is among the allowed ones, letter case observed. Of a list, each element
   * must be, or the list as a whole.
   */
  public static boolean isAllowed(Value value, ParameterDeclaration declaration) {
    if (declaration.allowedValues().isEmpty()
        || value instanceof UnknownValue
        || declaration.allowedValues().contains(value)) {
      return true;
    }
    return value instanceof ArrayValue list
        && list.items().stream()
            .allMatch(
                item -> item instanceof UnknownValue || declaration.allowedValues().contains(item));
  }
}
