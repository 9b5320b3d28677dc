package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.DIGEST;
import static dev.interlock.changes.gate.Scenario.NAME;
import static dev.interlock.changes.gate.Scenario.OTHER_DIGEST;
import static dev.interlock.changes.gate.Scenario.hoursAgo;

import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.evidence.CheckResult;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Subject;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold: the contact in each of its states. */
class RulesContactTest {

  static Stream<Arguments> cases() {
    return Stream.of(
        spoil(
            "broken rule",
            "open",
            "1 finding of severity high or above: too open (no-open-ports, m.yaml:3:5)",
            s -> s.findings = findings(finding(Severity.HIGH, new Verdict.Fail("x"), false))),
        spoil(
            "broken rule below the limit",
            "closed",
            "no finding of severity high",
            s -> s.findings = findings(finding(Severity.MEDIUM, new Verdict.Fail("x"), false))),
        spoil(
            "waived",
            "closed",
            "no finding of severity high or above but 1 waived one: no-open-ports (waiver w of owner"
                + " until Sun 2026-11-22 12:00 Europe/Vienna).",
            s -> s.findings = findings(finding(Severity.CRITICAL, new Verdict.Fail("x"), true))),
        spoil(
            "undecided rule",
            "unknown",
            "1 rule could not be judged",
            s ->
                s.findings = findings(finding(Severity.CRITICAL, new Verdict.Unknown("x"), false))),
        spoil(
            "unreadable manifest",
            "unknown",
            "Could not be read: m.yaml:1:1: tabs",
            s ->
                s.findings =
                    new ManifestFindings(
                        List.of(),
                        3,
                        List.of("m.yaml:1:1: tabs"),
                        List.of(),
                        Touched.NOTHING,
                        Scenario.JUDGED)),
        spoil(
            "nothing in the manifests",
            "unknown",
            "nothing that could be judged",
            s ->
                s.findings =
                    new ManifestFindings(
                        List.of(), 0, List.of(), List.of(), Touched.NOTHING, Scenario.JUDGED)),
        spoil(
            "no control is in force",
            "unknown",
            "None of the controls in force (0) is about what the manifests hold (3 resources)",
            s -> s.findings = unspoken(new CheckBasis(new TreeMap<>(), 0, List.of(), 0, 0))),
        spoil(
            "no control speaks about what is there",
            "unknown",
            "None of the controls in force (94) is about what the manifests hold (3 resources), so"
                + " nothing was judged, and there is no trusted check of this change.",
            s -> s.findings = unspoken(new CheckBasis(new TreeMap<>(), 94, List.of(), 0, 0))),
        spoil(
            "no control speaks here, another check does",
            "closed",
            "A trusted check of this change found nothing",
            s -> {
              s.findings = unspoken(CheckBasis.NOTHING);
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "no manifests for new software",
            "unknown",
            "of kind module names no manifests",
            s -> s.findings = null),
        spoil(
            "nothing checked",
            "unknown",
            "there is no trusted check",
            s -> s.with("kind", "config").findings = null),
        spoil(
            "checked elsewhere",
            "closed",
            "A trusted check of this change found nothing",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "checked elsewhere, broken",
            "open",
            "The check found 2 violations high or above",
            s -> {
              s.with("kind", "config").findings = null;
              s.put(
                  "check",
                  "pipeline",
                  check(DIGEST, Map.of("high", 1, "critical", 1, "low", 9), Map.of(), 4));
            }),
        spoil(
            "checked elsewhere, undecided",
            "unknown",
            "could not judge 1 rule",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of("high", 1), 4));
            }),
        spoil(
            "checked elsewhere, empty",
            "unknown",
            "had nothing before it",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of(), 0));
            }),
        spoil(
            "checked elsewhere by controls about something else",
            "unknown",
            "No control of the check was about what was before it",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(4, 0));
            }),
        spoil(
            "checked elsewhere by who knows which controls",
            "unknown",
            "does not say that any control",
            s -> {
              s.findings = unspoken(CheckBasis.NOTHING);
              s.put("check", "pipeline", check(4, null));
            }),
        spoil(
            "a trusted check found what was not found here",
            "open",
            "The check found 3 violations high or above",
            s -> s.put("check", "pipeline", check(DIGEST, Map.of("critical", 3), Map.of(), 4))),
        spoil(
            "a trusted check could not judge what was not asked here",
            "unknown",
            "The check could not judge 2 rules",
            s -> s.put("check", "pipeline", check(DIGEST, Map.of(), Map.of("high", 2), 4))),
        spoil(
            "a trusted check that says nothing new",
            "closed",
            "12 resources checked",
            s -> s.put("check", "pipeline", check(0, null))),
        spoil(
            "two checks of the same instant, the bad one first",
            "open",
            "The check found 1 violation",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("a", "pipeline", check(DIGEST, Map.of("critical", 1), Map.of(), 4));
              s.put("b", "pipeline", check(DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "two checks of the same instant, the bad one last",
            "open",
            "The check found 1 violation",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("a", "pipeline", check(DIGEST, Map.of(), Map.of(), 4));
              s.put("b", "pipeline", check(DIGEST, Map.of("critical", 1), Map.of(), 4));
            }),
        spoil(
            "checked before it was edited",
            "unknown",
            "before the change was edited",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "pipeline", check(OTHER_DIGEST, Map.of(), Map.of(), 4));
            }),
        spoil(
            "checked by nobody trusted",
            "unknown",
            "does not count: no key that the estate trusts",
            s -> {
              s.with("kind", "config").findings = null;
              s.put("check", "stranger", check(DIGEST, Map.of(), Map.of(), 4));
            }));
  }

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("rules", state, says, spoil);
  }

  private static ManifestFindings findings(Finding finding) {
    return new ManifestFindings(
        List.of(finding), 12, List.of(), List.of(), Touched.NOTHING, Scenario.JUDGED);
  }

  private static ManifestFindings unspoken(CheckBasis basis) {
    return new ManifestFindings(List.of(), 3, List.of(), List.of(), Touched.NOTHING, basis);
  }

  private static Finding finding(Severity severity, Verdict verdict, boolean waived) {
    Finding finding =
        new Finding(
            "no-open-ports",
            "No open ports",
            "deny",
            severity,
            verdict,
            new Subject("kubernetes", "v1/Service", "a", "a"),
            new SourceRef("m.yaml", 3, 5),
            "too open",
            "close it",
            null,
            "f");
    return waived
        ? finding.waivedBy(
            new AppliedWaiver("w", "owner", "for now", Scenario.NOW.plus(Duration.ofDays(1))))
        : finding;
  }

  private static CheckResult check(
      String digest, Map<String, Integer> broken, Map<String, Integer> unknown, int resources) {
    return new CheckResult(
        NAME, digest, "production", broken, unknown, resources, 9, null, hoursAgo(3));
  }

  private static CheckResult check(int resources, @Nullable Integer evaluations) {
    return new CheckResult(
        NAME, DIGEST, "production", Map.of(), Map.of(), resources, evaluations, null, hoursAgo(3));
  }
}
