package dev.interlock.finding;

import org.jspecify.annotations.Nullable;

/**
 * A verdict on one subject under one rule.
 *
 * @param control name of the rule
 * @param title what the rule asks for, short
 * @param effect what the rule does when broken: {@code deny} for a Control, or an Azure Policy
 *     effect
 * @param severity how much it matters
 * @param verdict fail or unknown; passes are counted, not listed
 * @param subject what was judged
 * @param source the property that decided, or the subject when no property did
 * @param message the reason in words a reader of the subject understands
 * @param remediation what to do; empty when the rule gives none
 * @param waiver the exception that covers it, or null; a waived finding fails nothing
 * @param fingerprint stable over reformatting and reordering: identifies the same finding again
 * @param policy through which assignment an Azure Policy found it; null for other rules
 */
public record Finding(
    String control,
    String title,
    String effect,
    Severity severity,
    Verdict verdict,
    Subject subject,
    SourceRef source,
    String message,
    String remediation,
    @Nullable AppliedWaiver waiver,
    String fingerprint,
    @Nullable PolicyTrail policy) {

  /** A finding of a rule that is no Azure Policy. */
  public Finding(
      String control,
      String title,
      String effect,
      Severity severity,
      Verdict verdict,
      Subject subject,
      SourceRef source,
      String message,
      String remediation,
      @Nullable AppliedWaiver waiver,
      String fingerprint) {
    this(
        control,
        title,
        effect,
        severity,
        verdict,
        subject,
        source,
        message,
        remediation,
        waiver,
        fingerprint,
        null);
  }

  /** The same finding, covered by a waiver. */
  public Finding waivedBy(AppliedWaiver exception) {
    return new Finding(
        control,
        title,
        effect,
        severity,
        verdict,
        subject,
        source,
        message,
        remediation,
        exception,
        fingerprint,
        policy);
  }

  /** The same finding, found there. */
  public Finding at(SourceRef place) {
    return new Finding(
        control,
        title,
        effect,
        severity,
        verdict,
        subject,
        place,
        message,
        remediation,
        waiver,
        fingerprint,
        policy);
  }

  /**
   * The same finding about something of which nobody knows whether it will be there: what would be
   * broken is unknown.
   *
   * @param why nobody knows it, in words
   */
  public Finding doubted(String why) {
    if (!(verdict instanceof Verdict.Fail)) {
      return this;
    }
    String reason = "whether this is deployed is not known: " + why;
    return new Finding(
        control,
        title,
        effect,
        severity,
        new Verdict.Unknown(reason),
        subject,
        source,
        "cannot be judged: " + reason + "; if it is: " + message,
        remediation,
        waiver,
        fingerprint,
        policy);
  }

  /**
   * True when it can make a check fail: nothing excuses it, and it does not come from an assignment
   * that only tells.
   */
  public boolean counts() {
    return waiver == null && (policy == null || policy.enforced());
  }

  /** True when the rule is broken and nothing excuses it. */
  public boolean isViolation() {
    return verdict instanceof Verdict.Fail && waiver == null;
  }
}
