package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.model.ResourceSelector;
import dev.interlock.guardrails.azurepolicy.model.Selector;
import dev.interlock.guardrails.azurepolicy.rule.LocationNames;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether selectors of assignments, exemptions and overrides select a resource.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure#resource-selectors">Resource
 *     selectors</a>
 */
final class Selections {

  private Selections() {}

  /** True when one of the resource selectors fits, or there are none. */
  static Truth anyOf(List<ResourceSelector> selectors, Subject subject) {
    if (selectors.isEmpty()) {
      return Truth.TRUE;
    }
    Truth any = Truth.FALSE;
    for (ResourceSelector selector : selectors) {
      Truth one = all(selector.selectors(), subject, null);
      if (one == Truth.TRUE) {
        return one;
      }
      any = one == Truth.UNKNOWN ? one : any;
    }
    return any;
  }

  /**
   * True when all selectors fit, or there are none.
   *
   * @param reference of the definition in its initiative; null outside of one
   */
  static Truth all(List<Selector> selectors, Subject subject, @Nullable String reference) {
    Truth all = Truth.TRUE;
    for (Selector selector : selectors) {
      Truth one = one(selector, subject, reference);
      if (one == Truth.FALSE) {
        return one;
      }
      all = one == Truth.UNKNOWN ? one : all;
    }
    return all;
  }

  private static Truth one(Selector selector, Subject subject, @Nullable String reference) {
    return switch (selector.kind()) {
      case RESOURCE_LOCATION -> location(selector, subject.location());
      case RESOURCE_TYPE -> Truth.of(holds(selector, subject.type()::equalsIgnoreCase));
      case RESOURCE_WITHOUT_LOCATION ->
          subject.location() instanceof UnknownValue
              ? Truth.UNKNOWN
              : Truth.of(holds(selector, word -> isSubscriptionLevel(word, subject)));
      case POLICY_DEFINITION_REFERENCE_ID ->
          Truth.of(holds(selector, word -> word.equalsIgnoreCase(reference)));
      case USER_PRINCIPAL_ID, GROUP_PRINCIPAL_ID -> Truth.UNKNOWN;
    };
  }

  /** A resource without a location is in none. */
  private static Truth location(Selector selector, Value location) {
    return switch (location) {
      case StringValue text ->
          Truth.of(holds(selector, word -> LocationNames.normal(word).equals(text.text())));
      case NullValue _ -> Truth.of(holds(selector, _ -> false));
      default -> Truth.UNKNOWN;
    };
  }

  private static boolean isSubscriptionLevel(String word, Subject subject) {
    return word.equalsIgnoreCase("subscriptionLevelResources")
        && subject.location() == NullValue.NULL
        && subject.property(Subject.ID) instanceof StringValue id
        && ResourceIds.after(id.text(), "resourceGroups") == null;
  }

  private static boolean holds(Selector selector, Predicate<String> fits) {
    List<String> in = selector.in();
    List<String> notIn = selector.notIn();
    return (in == null || in.stream().anyMatch(fits))
        && (notIn == null || notIn.stream().noneMatch(fits));
  }
}
