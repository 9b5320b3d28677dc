package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * The element that a {@code count} looks at, within those of the counts around it.
 *
 * @param name what {@code current('…')} calls it: the counted field, or the name of a value count
 * @param path of the counted array; null for a value count
 * @param value the element
 * @param outer the element of the count around this one; null when there is none
 */
public record ElementBinding(
    String name, @Nullable FieldPath path, Value value, @Nullable ElementBinding outer) {

  /** The element of a count over a value. */
  public static ElementBinding ofValue(String name, Value value, @Nullable ElementBinding outer) {
    return new ElementBinding(name, null, value, outer);
  }

  /** All elements of an array that nobody knows, be they many or none. */
  static ElementBinding ofUnknownArray(UnknownValue array) {
    return new ElementBinding("", null, array, null);
  }

  /** Why nobody knows how many elements there are; null for one element. */
  public @Nullable String unknownArray() {
    return name.isEmpty() && value instanceof UnknownValue unknown ? unknown.reason() : null;
  }

  /** Tests what {@code where} says of this element; it counts when nothing is said. */
  public Truth test(@Nullable Condition where, PolicyScope scope) {
    scope.looksAt(1);
    if (where == null) {
      return Truth.TRUE;
    }
    ElementBinding before = scope.element();
    scope.bind(this);
    try {
      return where.test(scope);
    } finally {
      scope.bind(before);
    }
  }
}
