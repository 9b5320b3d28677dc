package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;

/**
 * {@code field}: the value of a field under an operator. Of a field with {@code [*]} every selected
 * value must pass; of an empty array all do.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/how-to/author-policies-for-arrays">Author
 *     policies for array properties</a>
 */
public record FieldCondition(FieldReference field, Comparison comparison) implements Condition {

  @Override
  public Truth test(PolicyScope scope) {
    FieldReference known = field.in(scope);
    if (known.isMany()) {
      return every(known.valuesOrNull(scope), scope);
    }
    return comparison.test(known.value(scope), scope);
  }

  private Truth every(List<Value> values, PolicyScope scope) {
    scope.looksAt(values.size());
    Truth all = Truth.TRUE;
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      Truth one = comparison.test(value, scope);
      if (one == Truth.FALSE && !(value instanceof UnknownValue)) {
        return one;
      }
      if (one != Truth.TRUE) {
        all = Truth.UNKNOWN;
      }
    }
    return all;
  }
}
