package dev.interlock.guardrails.azurepolicy.assignment;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.effect.Change;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.effect.Operation;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.Assignment.EnforcementMode;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What {@code append} and {@code modify} change before everything else is judged. Where several
 * definitions change one property in different ways, the one whose conflict effect is deny counts;
 * where none has it, nothing is changed; where several have it, the request is denied, as it is
 * where {@code append} would set another value than the one that is there.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/effect-modify#modify-properties">Modify
 *     properties</a>
 */
final class RequestChanges {

  private final Fields fields;
  private final PolicyScope scope;
  private final List<Due> due = new ArrayList<>();
  private final Set<AssignedRule> refused = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A change, and whether its definition insists on it. */
  private record Due(Change change, boolean insists, AssignedRule rule) {}

  RequestChanges(Fields fields, PolicyScope scope) {
    this.fields = fields;
    this.scope = scope;
  }

  /** True when nothing is changed. */
  boolean isEmpty() {
    return due.isEmpty();
  }

  /** Takes in what a finding's effect would change, when it is enforced. */
  void of(PolicyFinding finding) {
    PolicyRule rule = finding.rule().rule();
    if (rule == null
        || finding.state() != State.NON_COMPLIANT
        || finding.rule().assignment().enforcementMode() != EnforcementMode.DEFAULT) {
      return;
    }
    try {
      boolean insists = rule.details().conflictEffect(scope).equalsIgnoreCase("deny");
      for (Operation operation : rule.details().operations()) {
        if (operation.isDue(scope) == Truth.TRUE) {
          due.add(new Due(Change.of(operation, fields, scope), insists, finding.rule()));
        }
      }
    } catch (ExpressionException _) {
      // What can't be computed changes nothing; the finding stands.
    }
  }

  /** The resource as changed. */
  Subject applied(Subject subject) {
    ObjectValue resource = subject.resource();
    for (Due one : due) {
      List<Due> rivals = rivals(one);
      if (rivals.isEmpty() || (one.insists() && rivals.stream().noneMatch(Due::insists))) {
        resource = applied(one, resource);
      } else if (one.insists()) {
        refused.add(one.rule());
      }
    }
    return new Subject(resource, subject.typeVersion().apiVersion());
  }

  private ObjectValue applied(Due one, ObjectValue resource) {
    if (one.change().isFixed()) {
      if (one.insists()) {
        refused.add(one.rule());
      }
      return resource;
    }
    ObjectValue changed = one.change().apply(resource);
    if (changed == null) {
      refused.add(one.rule());
      return resource;
    }
    return changed;
  }

  /** A finding as it is once all changes are made: a conflict denies the request. */
  PolicyFinding judged(PolicyFinding finding) {
    return refused.contains(finding.rule())
        ? new PolicyFinding(
            finding.rule(),
            Effect.DENY,
            finding.state(),
            "it would set another value than is there or than another policy sets, or what no"
                + " policy may set, so the request is denied",
            finding.exemption(),
            finding.details())
        : finding;
  }

  private List<Due> rivals(Due one) {
    return due.stream()
        .filter(other -> !other.rule().equals(one.rule()))
        .filter(other -> other.change().conflictsWith(one.change()))
        .toList();
  }
}
