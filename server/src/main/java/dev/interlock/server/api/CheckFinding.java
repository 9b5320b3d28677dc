package dev.interlock.server.api;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding, as {@code interlock check --format json} has it.
 *
 * @param outcome fail or unknown
 * @param reason why, as the verdict has it
 * @param waiver that covers it, if any
 * @param policy through which an Azure Policy found it; null for other rules
 */
record CheckFinding(
    String control,
    String title,
    String effect,
    String severity,
    String outcome,
    String reason,
    ResourceView resource,
    SourceView source,
    String message,
    String remediation,
    String fingerprint,
    @Nullable WaiverView waiver,
    @Nullable PolicyView policy) {

  static CheckFinding of(Finding finding) {
    AppliedWaiver waiver = finding.waiver();
    return new CheckFinding(
        finding.control(),
        finding.title(),
        finding.effect(),
        finding.severity().word(),
        finding.verdict().word(),
        reason(finding.verdict()),
        ResourceView.of(finding.subject()),
        SourceView.of(finding.source()),
        finding.message(),
        finding.remediation(),
        finding.fingerprint(),
        waiver == null ? null : WaiverView.of(waiver),
        PolicyView.of(finding.policy()));
  }

  private static String reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> "";
      case Verdict.Fail(String reason) -> reason;
      case Verdict.Unknown(String reason) -> reason;
    };
  }

  /** What a finding is about. */
  record ResourceView(String id, String type, String name, String plane) {

    static ResourceView of(Subject subject) {
      return new ResourceView(subject.id(), subject.type(), subject.name(), subject.plane());
    }
  }

  /**
   * Where something stands.
   *
   * @param file as whoever sent it calls it; a path in the estate for what is wrong there
   * @param line from 1; 0 when the place has none
   * @param column from 1; 0 when it is unknown
   */
  public record SourceView(String file, int line, int column) {

    public SourceView {
      BadBody.require("file", file);
      if (line < 0 || column < 0) {
        throw BadBody.of("\"line\" or \"column\" is below zero");
      }
    }

    static SourceView of(SourceRef source) {
      return new SourceView(source.file(), source.line(), source.column());
    }

    SourceRef place() {
      return new SourceRef(file, line, column);
    }
  }

  /** Through which assignment, initiative and definition an Azure Policy found it. */
  record PolicyView(
      @Nullable String assignment,
      @Nullable String initiative,
      String definition,
      @Nullable String reference,
      boolean enforced) {

    static @Nullable PolicyView of(@Nullable PolicyTrail trail) {
      return trail == null
          ? null
          : new PolicyView(
              trail.assignment(),
              trail.initiative(),
              trail.definition(),
              trail.reference(),
              trail.enforced());
    }
  }

  /** The exception that covers a finding, until when; null for one that never ends. */
  record WaiverView(String name, String owner, String reason, @Nullable Instant expires) {

    static WaiverView of(AppliedWaiver waiver) {
      return new WaiverView(waiver.name(), waiver.owner(), waiver.reason(), waiver.expires());
    }
  }
}
