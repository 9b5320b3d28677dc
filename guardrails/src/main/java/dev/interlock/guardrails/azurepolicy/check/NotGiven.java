package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.Assignment.EnforcementMode;
import dev.interlock.guardrails.judge.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What nobody can tell of any resource, told once and not for each: rules that were not given or
 * can't be used, and assignments of which nobody knows what they reach.
 */
final class NotGiven {

  /** The rule that an assignment of something unknown breaks. */
  static final String NOT_GIVEN = "policy-definition-not-given";

  /** The rule that an assignment breaks when nobody knows what it reaches. */
  static final String REACH = "policy-assignment-reach";

  private static final int SHOWN = 3;

  private final Map<String, Assignment> assignments = new LinkedHashMap<>();
  private final Map<String, Set<String>> missing = new LinkedHashMap<>();
  private final Set<String> unreached = new LinkedHashSet<>();
  private final List<PolicyFinding> flawed = new ArrayList<>();
  private final Set<AssignedRule> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /** True when the finding is one of these; then it is kept for the end. */
  boolean takes(PolicyFinding found) {
    AssignedRule rule = found.rule();
    Assignment assignment = rule.assignment();
    if (rule.rule() == null) {
      if (known.add(rule)) {
        assignments.putIfAbsent(assignment.id(), assignment);
        keep(found);
      }
      return true;
    }
    if (PolicyFinding.REACH_UNKNOWN.equals(found.reason())) {
      assignments.putIfAbsent(assignment.id(), assignment);
      unreached.add(assignment.id());
      return true;
    }
    return false;
  }

  private void keep(PolicyFinding found) {
    AssignedRule rule = found.rule();
    if (rule.definition() == null) {
      missing
          .computeIfAbsent(rule.assignment().id(), _ -> new LinkedHashSet<>())
          .add(rule.definitionName());
    } else {
      flawed.add(found);
    }
  }

  /** The findings, for the end of the check. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    missing.forEach((id, names) -> findings.add(notGiven(assigned(id), names)));
    flawed.forEach(found -> findings.add(unusable(found)));
    unreached.forEach(id -> findings.add(unreached(assigned(id))));
    return findings;
  }

  private Assignment assigned(String id) {
    return Objects.requireNonNull(assignments.get(id));
  }

  private static Finding unusable(PolicyFinding found) {
    Assignment assignment = found.rule().assignment();
    return PolicyFindings.of(found, subject(assignment), assignment.source(), List.of());
  }

  private static Finding notGiven(Assignment assignment, Set<String> names) {
    List<String> all = List.copyOf(names);
    String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    int more = all.size() - SHOWN;
    return finding(
        assignment,
        NOT_GIVEN,
        "What is assigned is given",
        "the assignment \""
            + assignment.name()
            + "\" puts in force what was not given, so nobody can tell what it says: "
            + shown
            + (more > 0 ? " and " + more + " more" : ""),
        "interlock policy import brings definitions in, from exports or a clone of Microsoft's"
            + " catalogue.");
  }

  private static Finding unreached(Assignment assignment) {
    return finding(
        assignment,
        REACH,
        "What assignments reach is known",
        "nobody can tell whether the assignment \""
            + assignment.name()
            + "\" reaches what is checked: its scope is "
            + (assignment.scope().isEmpty() ? "not said" : assignment.scope()),
        "Give the estate whose LandingZone has the management groups and subscriptions, with"
            + " --estate; for templates also where they go, with --subscription and"
            + " --resource-group.");
  }

  private static Finding finding(
      Assignment assignment, String control, String title, String message, String remediation) {
    Verdict.Unknown unknown = new Verdict.Unknown(message);
    Subject subject = subject(assignment);
    return new Finding(
        control,
        title,
        "unknown",
        Severity.HIGH,
        unknown,
        subject,
        assignment.source(),
        message,
        remediation,
        null,
        Fingerprint.of(control, subject, unknown.word(), ""),
        new PolicyTrail(
            AsAssigned.is(assignment) ? null : assignment.name(),
            null,
            name(assignment.policyDefinitionId()),
            null,
            assignment.enforcementMode() == EnforcementMode.DEFAULT));
  }

  private static String name(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static Subject subject(Assignment assignment) {
    return new Subject(
        "azure", "Microsoft.Authorization/policyAssignments", assignment.id(), assignment.name());
  }
}
