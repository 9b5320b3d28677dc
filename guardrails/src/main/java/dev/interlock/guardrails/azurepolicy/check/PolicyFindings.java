package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.facts.Resource;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding.State;
import dev.interlock.guardrails.azurepolicy.effect.Effect;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.Assignment.EnforcementMode;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyIds;
import dev.interlock.guardrails.azurepolicy.rule.PolicyRule;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.judge.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what assignments say of resources into findings. */
public final class PolicyFindings {

  private PolicyFindings() {}

  /**
   * The rule's name in a check: the definition's, and its reference when it is in an initiative.
   */
  public static String control(AssignedRule rule) {
    String reference = rule.referenceId();
    return reference == null ? rule.definitionName() : rule.definitionName() + "/" + reference;
  }

  /** What people call the rule. */
  public static String title(AssignedRule rule) {
    return rule.definition() == null ? rule.definitionName() : rule.definition().title();
  }

  /** How much it matters when the rule is broken. */
  public static Severity severity(AssignedRule rule) {
    return Severities.of(rule, rule.constantEffect());
  }

  /** Through what the rule is in force. */
  public static PolicyTrail trail(AssignedRule rule) {
    Assignment assignment = rule.assignment();
    Initiative initiative = rule.initiative();
    return new PolicyTrail(
        AsAssigned.is(assignment) ? null : assignment.name(),
        initiative == null ? null : initiative.name(),
        rule.definitionName(),
        rule.referenceId(),
        assignment.enforcementMode() == EnforcementMode.DEFAULT);
  }

  /** A finding on a resource. */
  static Finding of(PolicyFinding found, Resource resource, PolicyScope scope) {
    PolicyRule rule = found.rule().rule();
    List<String> fields = rule == null ? List.of() : DecidingFields.of(rule.condition(), scope);
    SourceRef place =
        fields.isEmpty() ? resource.source() : PropertyPlace.of(resource, fields.getLast());
    return of(found, resource.subject(), place, fields);
  }

  /** A finding on something else that resources depend on. */
  static Finding of(PolicyFinding found, Subject subject, SourceRef place, List<String> fields) {
    PolicyTrail trail = trail(found.rule());
    String reason = PolicyWords.reason(found, fields);
    boolean unknown = found.state() == State.UNKNOWN || found.effect() == null;
    Verdict verdict = unknown ? new Verdict.Unknown(reason) : new Verdict.Fail(reason);
    String assignment = PolicyIds.key(found.rule().assignment().id());
    String control = control(found.rule());
    return new Finding(
        control,
        title(found.rule()),
        effect(found.effect()),
        Severities.of(found.rule(), found.effect()),
        verdict,
        subject,
        place,
        PolicyWords.message(found, fields, trail),
        PolicyWords.remedy(found),
        waiver(found.exemption()),
        Fingerprint.of(control, subject, verdict.word(), assignment),
        trail);
  }

  private static String effect(@Nullable Effect effect) {
    return effect == null ? "unknown" : effect.word();
  }

  private static @Nullable AppliedWaiver waiver(@Nullable Exemption exemption) {
    if (exemption == null) {
      return null;
    }
    String description = exemption.description();
    return new AppliedWaiver(
        exemption.name(),
        "Azure Policy exemption (" + exemption.category().word() + ")",
        description == null || description.isBlank() ? exemption.title() : description,
        exemption.expiresOn());
  }
}
