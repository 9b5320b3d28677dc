package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.PolicyTrail;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingCountsTest {

  private static final Verdict FAIL = new Verdict.Fail("no");
  private static final Verdict UNKNOWN = new Verdict.Unknown("?");
  private static final AppliedWaiver WAIVER = new AppliedWaiver("w", "o", "r", null);
  private static final PolicyTrail TELLS = new PolicyTrail("a", null, "d", null, false);

  private final List<Finding> findings =
      List.of(
          finding(Severity.LOW, FAIL, null, null),
          finding(Severity.HIGH, FAIL, null, null),
          finding(Severity.HIGH, FAIL, null, TELLS),
          finding(Severity.HIGH, FAIL, WAIVER, null),
          finding(Severity.CRITICAL, UNKNOWN, null, null),
          finding(Severity.CRITICAL, UNKNOWN, WAIVER, null));

  @Test
  void every_finding_is_counted_where_it_belongs() {
    FindingCounts counts = FindingCounts.of(findings);
    assertThat(counts.violations())
        .isEqualTo(
            Map.of(
                Severity.LOW, 1L, Severity.MEDIUM, 0L, Severity.HIGH, 2L, Severity.CRITICAL, 0L));
    assertThat(counts.failing())
        .isEqualTo(
            Map.of(
                Severity.LOW, 1L, Severity.MEDIUM, 0L, Severity.HIGH, 1L, Severity.CRITICAL, 1L));
    assertThat(counts.waived()).isEqualTo(2);
    assertThat(counts.unknown()).isEqualTo(1);
  }

  @Test
  void a_report_says_how_many_fail_at_a_severity_and_above() {
    var report = new CheckReport(1, 1, new TreeMap<>(), findings, List.of(), 0);
    assertThat(report.violations()).isEqualTo(3);
    assertThat(report.errors()).isEqualTo(1);
    for (Severity limit : Severity.values()) {
      assertThat(report.failing(limit))
          .isEqualTo(findings.stream().filter(f -> CheckReport.fails(f, limit)).count());
    }
  }

  private static Finding finding(
      Severity severity,
      Verdict verdict,
      @Nullable AppliedWaiver waiver,
      @Nullable PolicyTrail trail) {
    return new Finding(
        "c",
        "t",
        "deny",
        severity,
        verdict,
        new Subject("azure", "t", "i", "n"),
        SourceRef.file("f"),
        "m",
        "",
        waiver,
        "fp",
        trail);
  }
}
