package dev.interlock.usecases.spool;

import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;

/** Findings as records: writing and reading name the same parts in the same order. */
final class FindingRecord {

  private static final int PASS = 0;
  private static final int FAIL = 1;
  private static final int UNKNOWN = 2;

  private final RepeatedTexts texts = new RepeatedTexts();
  private final ExceptionRecord exceptions = new ExceptionRecord(texts);

  void subject(Subject subject, RecordOutput out) {
    texts.write(subject.plane(), out);
    texts.write(subject.type(), out);
    out.text(subject.id());
    out.text(subject.name());
  }

  Subject subject(RecordInput in) {
    return new Subject(texts.read(in), texts.read(in), in.text(), in.text());
  }

  /** All but the subject. */
  void write(Finding finding, RecordOutput out) {
    texts.write(finding.control(), out);
    texts.write(finding.title(), out);
    texts.write(finding.effect(), out);
    texts.write(finding.severity().name(), out);
    verdict(finding.verdict(), out);
    source(finding.source(), out);
    texts.write(finding.message(), out);
    texts.write(finding.remediation(), out);
    exceptions.waiver(finding.waiver(), out);
    out.text(finding.fingerprint());
    exceptions.policy(finding.policy(), out);
  }

  Finding read(RecordInput in, Subject subject) {
    return new Finding(
        texts.read(in),
        texts.read(in),
        texts.read(in),
        Severity.valueOf(texts.read(in)),
        verdict(in),
        subject,
        source(in),
        texts.read(in),
        texts.read(in),
        exceptions.waiver(in),
        in.text(),
        exceptions.policy(in));
  }

  private void verdict(Verdict verdict, RecordOutput out) {
    switch (verdict) {
      case Verdict.Pass _ -> out.number(PASS);
      case Verdict.Fail(String reason) -> reason(FAIL, reason, out);
      case Verdict.Unknown(String reason) -> reason(UNKNOWN, reason, out);
    }
  }

  private void reason(int kind, String reason, RecordOutput out) {
    out.number(kind);
    texts.write(reason, out);
  }

  private Verdict verdict(RecordInput in) {
    return switch ((int) in.number()) {
      case PASS -> new Verdict.Pass();
      case FAIL -> new Verdict.Fail(texts.read(in));
      default -> new Verdict.Unknown(texts.read(in));
    };
  }

  private void source(SourceRef source, RecordOutput out) {
    texts.write(source.file(), out);
    out.number(source.line());
    out.number(source.column());
  }

  private SourceRef source(RecordInput in) {
    return new SourceRef(texts.read(in), (int) in.number(), (int) in.number());
  }
}
