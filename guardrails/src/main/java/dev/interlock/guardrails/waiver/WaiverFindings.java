package dev.interlock.guardrails.waiver;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.Waivers.Granted;
import dev.interlock.guardrails.judge.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** Findings about the waivers themselves. */
public final class WaiverFindings {

  /** The rule that an expired waiver breaks. */
  public static final String EXPIRED = "waiver-expired";

  /** The rule that a waiver without a finding breaks. */
  public static final String UNUSED = "waiver-unused";

  private WaiverFindings() {}

  /**
   * What is wrong with the waivers of a check.
   *
   * @param everythingChecked whether all that the waivers could be about was checked; only then can
   *     a waiver be called unused
   */
  public static List<Finding> of(WaiverDesk desk, boolean everythingChecked) {
    List<Finding> findings = new ArrayList<>();
    desk.expired().forEach(granted -> findings.add(expired(granted)));
    if (everythingChecked) {
      desk.unneeded().forEach(granted -> findings.add(unused(granted)));
    }
    return findings;
  }

  private static Finding expired(Granted granted) {
    String message =
        "waiver for "
            + granted.waiver().control()
            + " ended "
            + granted.waiver().expires()
            + " and hides nothing any more; its owner is "
            + granted.waiver().owner();
    return finding(
        granted,
        EXPIRED,
        "Waivers have not expired",
        Severity.MEDIUM,
        message,
        "Remedy what it excused and delete the waiver, or have it granted anew with a reason.");
  }

  private static Finding unused(Granted granted) {
    return finding(
        granted,
        UNUSED,
        "Waivers excuse something",
        Severity.LOW,
        "waiver for " + granted.waiver().control() + " covers no finding",
        "Delete the waiver, or correct its control, resources or fingerprints.");
  }

  private static Finding finding(
      Granted granted,
      String control,
      String title,
      Severity severity,
      String message,
      String remediation) {
    Subject subject = new Subject("estate", "Waiver", "Waiver/" + granted.name(), granted.name());
    Verdict.Fail fail = new Verdict.Fail(message);
    return new Finding(
        control,
        title,
        "audit",
        severity,
        fail,
        subject,
        granted.source(),
        message,
        remediation,
        null,
        Fingerprint.of(control, subject, fail.word(), ""));
  }
}
