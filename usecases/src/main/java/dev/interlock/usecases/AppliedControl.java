package dev.interlock.usecases;

import dev.interlock.estate.Control;
import dev.interlock.estate.Control.FrameworkReference;
import dev.interlock.finding.Severity;
import dev.interlock.guardrails.PolicyAssignments;
import java.util.List;

/**
 * A control that took part in a check, as far as its readers want to know it.
 *
 * @param title what it asks for, short
 * @param severity how much it matters
 * @param rationale why it exists
 * @param remediation what to do when it is broken
 * @param frameworks where standards ask for the same
 */
public record AppliedControl(
    String title,
    Severity severity,
    String rationale,
    String remediation,
    List<FrameworkReference> frameworks) {

  public AppliedControl {
    frameworks = List.copyOf(frameworks);
  }

  /** A rule of Azure Policy. */
  public static AppliedControl of(PolicyAssignments.Rule rule) {
    return new AppliedControl(rule.title(), rule.severity(), "", "", List.of());
  }

  /** A control of the estate or the starter pack. */
  public static AppliedControl of(Control control) {
    return new AppliedControl(
        control.title(),
        control.severity(),
        control.rationale(),
        control.remediation(),
        control.frameworks());
  }
}
