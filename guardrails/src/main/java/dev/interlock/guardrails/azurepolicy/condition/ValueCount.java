package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Program;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * {@code count} over a value: how many elements of an array satisfy {@code where}, under an
 * operator.
 *
 * @param name what {@code current('…')} calls the element
 */
public record ValueCount(
    Program<PolicyScope> array, String name, @Nullable Condition where, Comparison comparison)
    implements Condition {

  @Override
  public Truth test(PolicyScope scope) {
    return switch (array.evaluate(scope)) {
      case ArrayValue items -> count(items, scope);
      case UnknownValue unknown -> scope.unknown(unknown.reason());
      case Value other ->
          throw new ExpressionException(
              "count.value must be of type Array and is of type " + other.typeName());
    };
  }

  private Truth count(ArrayValue items, PolicyScope scope) {
    int sure = 0;
    int open = 0;
    for (int i = 0; i < items.items().size(); i++) {
      ElementBinding element = ElementBinding.ofValue(name, items.items().get(i), scope.element());
      switch (element.test(where, scope)) {
        case TRUE -> sure++;
        case UNKNOWN -> open++;
        case FALSE -> {}
      }
    }
    return FieldCount.between(sure, open, comparison, scope);
  }
}
