package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.operator.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Arrays and objects of which a part is not known, such as what a plan learns only when it is
 * applied: what is not found in the known part may be in the other.
 */
final class PartlyKnown {

  private PartlyKnown() {}

  /**
   * Why a comparison with such a value decides nothing; null when it decides all the same.
   *
   * @param passed what the comparison says of the known part
   */
  static @Nullable String doubt(Operator operator, Value left, Value right, boolean passed) {
    boolean open =
        switch (operator.name()) {
          case "contains" -> left instanceof ArrayValue && !passed;
          case "notContains" -> left instanceof ArrayValue && passed;
          case "equals", "notEquals" -> isWhole(right);
          case "in", "notIn" ->
              right instanceof ArrayValue all
                  && all.items().stream().anyMatch(PartlyKnown::isWhole);
          default -> false;
        };
    return open ? reason(left) : null;
  }

  private static boolean isWhole(Value value) {
    return value instanceof ArrayValue || value instanceof ObjectValue;
  }

  private static String reason(Value value) {
    return switch (value) {
      case UnknownValue unknown -> unknown.reason();
      case ArrayValue array -> first(array.items());
      case ObjectValue object -> first(object.toMap().values());
      default -> "a part of it is not known";
    };
  }

  private static String first(Iterable<Value> parts) {
    for (Value part : parts) {
      if (!part.isKnown()) {
        return reason(part);
      }
    }
    return "a part of it is not known";
  }
}
