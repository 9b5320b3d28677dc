package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Program;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code details} of a rule's effect.
 *
 * @param whole everything, but operations; null when there are none
 * @param operations of {@code modify} and {@code append}
 * @param existence of {@code auditIfNotExists} and {@code deployIfNotExists}; null for others
 */
public record Details(
    @Nullable Program<PolicyScope> whole,
    List<Operation> operations,
    @Nullable Existence existence) {

  /** No details. */
  public static final Details NONE = new Details(null, List.of(), null);

  public Details {
    operations = List.copyOf(operations);
  }

  /** What they come to for the resource at hand; null as a value when there are none. */
  public Value describe(PolicyScope scope) {
    List<Value> due = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation.isDue(scope) != Truth.FALSE) {
        due.add(operation.describe(scope));
      }
    }
    if (whole == null) {
      return operations.isEmpty() ? NullValue.NULL : new ArrayValue(due);
    }
    Value value = whole.evaluate(scope);
    if (operations.isEmpty() || !(value instanceof ObjectValue object)) {
      return value;
    }
    Map<String, Value> all = object.toMap();
    all.put("operations", new ArrayValue(due));
    return ObjectValue.of(all);
  }

  /** True when an operation changes the identity, which Azure does to virtual machines alone. */
  public boolean changesIdentity(PolicyScope scope) {
    return operations.stream()
        .anyMatch(operation -> operation.fieldName(scope).equalsIgnoreCase("identity.type"));
  }

  /** What happens when a {@code modify} can't be made; {@code deny} unless it says otherwise. */
  public String conflictEffect(PolicyScope scope) {
    Value value = whole == null ? NullValue.NULL : whole.evaluate(scope);
    Value effect = value instanceof ObjectValue object ? object.get("conflictEffect") : null;
    return effect instanceof dev.interlock.expression.StringValue text ? text.text() : "deny";
  }
}
