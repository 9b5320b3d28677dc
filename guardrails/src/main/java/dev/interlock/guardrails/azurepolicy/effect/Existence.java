package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Program;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code auditIfNotExists} and {@code deployIfNotExists} look for.
 *
 * @param type of the related resource
 * @param name of the one that is meant; null for any
 * @param resourceGroup where it is looked for; null for the resource's own
 * @param wholeSubscription whether it is looked for in the whole subscription
 * @param condition what it must satisfy; null when it only must be there
 */
public record Existence(
    Program<PolicyScope> type,
    @Nullable Program<PolicyScope> name,
    @Nullable Program<PolicyScope> resourceGroup,
    @Nullable Program<PolicyScope> wholeSubscription,
    @Nullable Condition condition) {

  /** Whether a related resource is there that satisfies the condition. */
  public Truth isSatisfied(PolicyScope scope, RelatedResources related) {
    RelatedQuery query = query(scope);
    if (query == null) {
      return Truth.UNKNOWN;
    }
    List<Subject> candidates = candidates(query, scope, related);
    Truth any = Truth.FALSE;
    for (Subject candidate : candidates) {
      Truth one = test(candidate, query, scope);
      String doubt = related.doubt(candidate);
      if (one == Truth.TRUE && doubt != null) {
        one = scope.unknown("whether the " + query.type() + " is deployed is not known: " + doubt);
      }
      if (one == Truth.TRUE) {
        return one;
      }
      any = one == Truth.UNKNOWN ? one : any;
    }
    boolean sure = related.isComplete() || (query.isExact() && !candidates.isEmpty());
    return any == Truth.FALSE && !sure
        ? scope.unknown("whether there is a " + query.type() + " is not told by this input")
        : any;
  }

  /** A resource that is related to itself is there, whether it is told or not. */
  private static List<Subject> candidates(
      RelatedQuery query, PolicyScope scope, RelatedResources related) {
    List<Subject> found = related.find(query);
    return found.isEmpty() && query.meansItself() ? List.of(scope.subject()) : found;
  }

  /** What satisfies the condition may be another than the one that is meant. */
  private Truth test(Subject candidate, RelatedQuery query, PolicyScope scope) {
    Truth truth = test(candidate, scope);
    return truth == Truth.TRUE && query.mayBeAnother(candidate)
        ? scope.unknown("nobody knows yet where the " + query.type() + " is that the policy means")
        : truth;
  }

  private Truth test(Subject candidate, PolicyScope scope) {
    if (condition == null) {
      return Truth.TRUE;
    }
    PolicyScope other = scope.related(candidate);
    Truth truth = condition.test(other);
    String reason = other.unknownReason();
    if (truth == Truth.UNKNOWN && reason != null) {
      scope.unknown(reason);
    }
    return truth;
  }

  /** What is looked for; null when that is not known. */
  private @Nullable RelatedQuery query(PolicyScope scope) {
    String wanted = text(type, scope, "type");
    String named = text(name, scope, "name");
    String group = text(resourceGroup, scope, "resourceGroupName");
    String where = text(wholeSubscription, scope, "existenceScope");
    if (wanted == null) {
      return null;
    }
    boolean unknown =
        (named == null && name != null)
            || (group == null && resourceGroup != null)
            || (where == null && wholeSubscription != null);
    return unknown
        ? null
        : new RelatedQuery(
            scope.subject(), wanted, named, group, "subscription".equalsIgnoreCase(where));
  }

  private static @Nullable String text(
      @Nullable Program<PolicyScope> program, PolicyScope scope, String word) {
    if (program == null) {
      return null;
    }
    return switch (program.evaluate(scope)) {
      case StringValue text -> text.text();
      case UnknownValue unknown -> {
        scope.unknown(unknown.reason());
        yield null;
      }
      case Value other ->
          throw new ExpressionException(
              "details." + word + " must be of type String and is of type " + other.typeName());
    };
  }
}
