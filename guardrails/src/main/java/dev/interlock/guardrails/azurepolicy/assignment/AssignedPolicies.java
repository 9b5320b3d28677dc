package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.StringValue;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.condition.TypeFilter;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.PolicyMode;
import dev.interlock.guardrails.azurepolicy.rule.LocationConditions;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All rules in force, found by type of resource: what can't apply to a type costs nothing. Safe for
 * use by several threads.
 */
final class AssignedPolicies {

  private static final String SUBSCRIPTION = "microsoft.resources/subscriptions";
  private static final String RESOURCE_GROUP = "microsoft.resources/subscriptions/resourcegroups";

  private final List<AssignedRule> rules;
  private final Hierarchy hierarchy;
  private final ResourceTypes types;
  private final Map<String, List<AssignedRule>> byType = new ConcurrentHashMap<>();

  AssignedPolicies(List<AssignedRule> rules, Hierarchy hierarchy, ResourceTypes types) {
    this.rules = List.copyOf(rules);
    this.hierarchy = hierarchy;
    this.types = types;
  }

  /** The same in another tree. */
  AssignedPolicies in(Hierarchy other) {
    return new AssignedPolicies(rules, other, types);
  }

  /** The tree that scopes are found in. */
  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** All rules, in the order of their assignments. */
  List<AssignedRule> rules() {
    return rules;
  }

  /** Those in force for a resource, disabled ones left out. */
  List<InForce> inForce(Subject subject, String id) {
    IdentityHashMap<Assignment, Truth> reach = new IdentityHashMap<>();
    List<InForce> found = new ArrayList<>();
    for (AssignedRule rule : byType.computeIfAbsent(subject.type(), this::about)) {
      Truth reached = reach.computeIfAbsent(rule.assignment(), one -> reaches(one, subject, id));
      if (reached == Truth.FALSE) {
        continue;
      }
      InForce one = InForce.of(rule, subject, reached == Truth.TRUE);
      if (!one.isDisabled()) {
        found.add(one);
      }
    }
    return Versions.chosen(found, subject);
  }

  private Truth reaches(Assignment assignment, Subject subject, String id) {
    Truth inside = hierarchy.contains(assignment.scope(), id);
    for (String excluded : assignment.notScopes()) {
      Truth out = hierarchy.contains(excluded, id);
      if (out == Truth.TRUE) {
        return Truth.FALSE;
      }
      inside = out == Truth.UNKNOWN && inside == Truth.TRUE ? Truth.UNKNOWN : inside;
    }
    Truth selected = Selections.anyOf(assignment.resourceSelectors(), subject);
    if (inside == Truth.FALSE || selected == Truth.FALSE) {
      return Truth.FALSE;
    }
    return inside == Truth.TRUE && selected == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
  }

  private List<AssignedRule> about(String type) {
    if (!isEvaluated(type)) {
      return List.of();
    }
    return rules.stream().filter(rule -> mayApply(rule, type)).toList();
  }

  /**
   * Of the provider Microsoft.Resources Azure evaluates subscriptions and resource groups alone.
   */
  private static boolean isEvaluated(String type) {
    return !type.startsWith("microsoft.resources/") || isContainer(type);
  }

  private static boolean isContainer(String type) {
    return type.equals(SUBSCRIPTION) || type.equals(RESOURCE_GROUP);
  }

  private boolean mayApply(AssignedRule rule, String type) {
    PolicyMode mode = rule.mode();
    if (type.equals(SUBSCRIPTION) && asksForLocation(rule)) {
      return false;
    }
    boolean byCondition = rule.rule() == null || TypeFilter.mayHold(rule.rule().condition(), type);
    return switch (mode.kind()) {
      case ALL -> byCondition;
      case INDEXED ->
          byCondition && (type.isEmpty() || (!isContainer(type) && types.isIndexed(type)));
      case RESOURCE_PROVIDER -> ComponentModes.concerns(mode, type);
    };
  }

  private static boolean asksForLocation(AssignedRule rule) {
    return rule.definition() != null && LocationConditions.isIn(rule.definition().rule());
  }

  /** The id of a resource; empty when it has none. */
  static String id(Subject subject) {
    return subject.property(Subject.ID) instanceof StringValue text ? text.text() : "";
  }
}
