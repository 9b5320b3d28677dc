package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.IntegerValue;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code count} over a field: how many elements of an array satisfy {@code where}, under an
 * operator. An absent array has none.
 */
public record FieldCount(FieldReference array, @Nullable Condition where, Comparison comparison)
    implements Condition {

  @Override
  public Truth test(PolicyScope scope) {
    FieldReference known = array.in(scope);
    if (known.unknown() != null) {
      return scope.unknown(known.unknown());
    }
    List<ElementBinding> elements = known.elements(scope);
    int sure = 0;
    int open = 0;
    for (int i = 0; i < elements.size(); i++) {
      String unknown = elements.get(i).unknownArray();
      if (unknown != null) {
        return scope.unknown(unknown);
      }
      switch (elements.get(i).test(where, scope)) {
        case TRUE -> sure++;
        case UNKNOWN -> open++;
        case FALSE -> {}
      }
    }
    return between(sure, open, comparison, scope);
  }

  /** What a comparison says of every count that is still possible. */
  static Truth between(int sure, int open, Comparison comparison, PolicyScope scope) {
    Truth first = comparison.test(new IntegerValue(sure), scope);
    for (int more = 1; more <= open; more++) {
      if (comparison.test(new IntegerValue((long) sure + more), scope) != first) {
        return Truth.UNKNOWN;
      }
    }
    return first;
  }
}
