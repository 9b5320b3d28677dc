package dev.interlock.guardrails.azurepolicy.condition;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.field.WordField;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a condition says when nothing but the type of a resource is known. A rule whose condition is
 * false then needs no look at any resource of the type.
 */
public final class TypeFilter {

  private static final PolicyScope NOWHERE =
      new PolicyScope(new Subject(ObjectValue.EMPTY, null), EvaluationContext.at(Instant.EPOCH));

  private static final Set<String> MINDS_CASE = Set.of("match", "notMatch");

  private TypeFilter() {}

  /** False when the condition can't hold for any resource of the type, as written there. */
  public static boolean mayHold(Condition condition, String type) {
    return type.isEmpty() || test(condition, new StringValue(type)) != Truth.FALSE;
  }

  private static Truth test(Condition condition, StringValue type) {
    return switch (condition) {
      case FieldCondition field
          when field.field() == WordField.TYPE
              && field.comparison() instanceof Comparison.Prepared prepared ->
          compared(prepared, type);
      case AllOf all -> all(all.parts(), type);
      case AnyOf any -> any(any.parts(), type);
      case Not not -> test(not.part(), type).negated();
      default -> Truth.UNKNOWN;
    };
  }

  /** Types come in lower case here, so that an operator which minds letter case says nothing. */
  private static Truth compared(Comparison.Prepared comparison, StringValue type) {
    if (MINDS_CASE.contains(comparison.operator().name())) {
      return Truth.UNKNOWN;
    }
    try {
      return comparison.test(type, NOWHERE);
    } catch (ExpressionException _) {
      return Truth.UNKNOWN;
    }
  }

  private static Truth all(List<Condition> parts, StringValue type) {
    Truth all = Truth.TRUE;
    for (Condition part : parts) {
      Truth one = test(part, type);
      if (one == Truth.FALSE) {
        return one;
      }
      all = one == Truth.UNKNOWN ? one : all;
    }
    return all;
  }

  private static Truth any(List<Condition> parts, StringValue type) {
    Truth any = Truth.FALSE;
    for (Condition part : parts) {
      Truth one = test(part, type);
      if (one == Truth.TRUE) {
        return one;
      }
      any = one == Truth.UNKNOWN ? one : any;
    }
    return any;
  }
}
