package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.DefinitionReference;
import dev.interlock.guardrails.azurepolicy.model.Exemption;
import dev.interlock.guardrails.azurepolicy.model.Initiative;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.judge.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings about exemptions themselves: those that have ended, and those that are about nothing.
 */
public final class ExemptionFindings {

  /** The rule that an expired exemption breaks. */
  public static final String EXPIRED = "policy-exemption-expired";

  /** The rule that an exemption without an assignment or definition breaks. */
  public static final String ORPHANED = "policy-exemption-orphaned";

  private final PolicyObjects objects;
  private final List<Finding> findings = new ArrayList<>();

  private ExemptionFindings(PolicyObjects objects) {
    this.objects = objects;
  }

  /** What is wrong with the exemptions at an instant. */
  public static List<Finding> of(PolicyObjects objects, Instant now) {
    ExemptionFindings found = new ExemptionFindings(objects);
    objects.exemptions().forEach(exemption -> found.look(exemption, now));
    return found.findings;
  }

  private void look(Exemption exemption, Instant now) {
    Instant end = exemption.expiresOn();
    if (end != null && !now.isBefore(end)) {
      add(
          exemption,
          EXPIRED,
          "Exemptions have not expired",
          "the exemption \""
              + exemption.name()
              + "\" ended "
              + end
              + " and covers nothing any more",
          "Remedy what it excused and delete the exemption, or have it granted anew.");
    }
    Assignment assignment = objects.assignment(exemption.policyAssignmentId());
    if (assignment == null) {
      orphaned(exemption, "the assignment " + exemption.policyAssignmentId());
    } else {
      references(exemption, assignment);
    }
  }

  private void references(Exemption exemption, Assignment assignment) {
    Initiative initiative =
        objects.initiative(assignment.policyDefinitionId(), assignment.definitionVersion());
    boolean notGiven =
        initiative == null && objects.definition(assignment.policyDefinitionId(), null) == null;
    if (notGiven) {
      return;
    }
    List<String> known =
        initiative == null
            ? List.of()
            : initiative.references().stream().map(DefinitionReference::referenceId).toList();
    for (String reference : exemption.policyDefinitionReferenceIds()) {
      if (known.stream().noneMatch(reference::equalsIgnoreCase)) {
        orphaned(
            exemption, "the reference " + reference + " in the assignment " + assignment.name());
      }
    }
  }

  private void orphaned(Exemption exemption, String what) {
    add(
        exemption,
        ORPHANED,
        "Exemptions are about something",
        "the exemption \"" + exemption.name() + "\" names " + what + ", which is not there",
        "Correct what it names, give the policies it is about, or delete the exemption.");
  }

  private void add(
      Exemption exemption, String control, String title, String message, String remediation) {
    Subject subject =
        new Subject(
            "azure", "Microsoft.Authorization/policyExemptions", exemption.id(), exemption.name());
    Verdict.Fail fail = new Verdict.Fail(message);
    findings.add(
        new Finding(
            control,
            title,
            "audit",
            Severity.MEDIUM,
            fail,
            subject,
            exemption.source(),
            message,
            remediation,
            null,
            Fingerprint.of(control, subject, fail.word(), message)));
  }
}
