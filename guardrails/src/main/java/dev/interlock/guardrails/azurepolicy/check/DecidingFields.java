package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.expression.ExpressionException;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import dev.interlock.guardrails.azurepolicy.field.FieldPath;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.WordField;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields that made a condition what it came to. What selects the resource itself, its type and
 * kind, decides nothing about it.
 */
final class DecidingFields {

  private static final Set<FieldReference> SELECTING = Set.of(WordField.TYPE, WordField.KIND);

  private final PolicyScope scope;
  private final IdentityHashMap<Condition, Truth> outcomes = new IdentityHashMap<>();
  private final Set<String> paths = new LinkedHashSet<>();

  private DecidingFields(PolicyScope scope) {
    this.scope = scope;
  }

  /** Their ways into the resource, in the order of the rule; none when it is something else. */
  static List<String> of(Condition condition, PolicyScope scope) {
    DecidingFields fields = new DecidingFields(scope);
    try {
      fields.collect(condition, fields.outcome(condition));
    } catch (ExpressionException _) {
      // What can't be evaluated was decided by no field.
    }
    return List.copyOf(fields.paths);
  }

  /** All parts that came out as the whole did. */
  private void collect(Condition condition, Truth outcome) {
    switch (condition) {
      case AllOf all -> same(all.parts(), outcome);
      case AnyOf any -> same(any.parts(), outcome);
      case Not not -> collect(not.part(), outcome.negated());
      case FieldCondition field -> add(field.field());
      case FieldCount count -> add(count.array());
      case ValueCondition _, ValueCount _ -> {}
    }
  }

  private void same(List<Condition> parts, Truth outcome) {
    for (Condition part : parts) {
      if (outcome(part) == outcome) {
        collect(part, outcome);
      }
    }
  }

  /** What a part came to, asked once: what is around it asks for it again. */
  private Truth outcome(Condition condition) {
    Truth known = outcomes.get(condition);
    if (known == null) {
      known =
          switch (condition) {
            case AllOf all -> strongest(all.parts(), Truth.FALSE);
            case AnyOf any -> strongest(any.parts(), Truth.TRUE);
            case Not not -> outcome(not.part()).negated();
            default -> condition.test(scope);
          };
      outcomes.put(condition, known);
    }
    return known;
  }

  /** One part that comes to what decides is enough; what nobody can tell leaves the whole open. */
  private Truth strongest(List<Condition> parts, Truth deciding) {
    Truth whole = deciding.negated();
    for (Condition part : parts) {
      Truth one = outcome(part);
      if (one == deciding) {
        return one;
      }
      whole = one == Truth.UNKNOWN ? one : whole;
    }
    return whole;
  }

  private void add(FieldReference written) {
    FieldReference field = written.in(scope);
    if (SELECTING.contains(field)) {
      return;
    }
    FieldPath path = field.path();
    paths.add(path == null ? field.name() : path.toString());
  }
}
