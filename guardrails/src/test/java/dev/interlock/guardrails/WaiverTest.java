package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Tier;
import dev.interlock.estate.Waiver;
import dev.interlock.facts.Resource;
import dev.interlock.finding.AppliedWaiver;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverTest {

  private static final Controls NEVER = Given.kubernetes("own-never", "false");
  private static final Resource POD =
      Inputs.object("{apiVersion: v1, kind: Pod, metadata: {name: odoo}, spec: {}}");

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-11-21T23:59:59Z, true",
    "2026-11-21, 2026-11-22T00:00:00Z, false",
    "2026-11-21T12:00:00Z, 2026-11-21T11:59:59Z, true",
    "2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z, false",
    "2026-11-21T12:00:00+02:00, 2026-11-21T10:00:00Z, false",
    "next week, 2026-11-21T10:00:00Z, false",
  })
  void waiver_covers_until_it_ends(String expires, Instant now, boolean covers) {
    Judgement judgement = judge(waiver("own-never", expires), now);
    assertThat(judgement.findings().getFirst().waiver() != null).isEqualTo(covers);
    assertThat(judgement.summary().waived()).isEqualTo(covers ? 1 : 0);
  }

  @Test
  void expired_waiver_does_not_hide_a_failure_and_is_itself_a_finding() {
    Judgement judgement = judge(waiver("own-never", "2026-11-20"), Inputs.NOW);

    assertThat(judgement.findings())
        .extracting(Finding::control)
        .containsExactly("own-never", "waiver-expired");
    Finding expired = judgement.findings().getLast();
    assertThat(expired.subject().plane()).isEqualTo("estate");
    assertThat(expired.source().file()).isEqualTo("estate/w");
    assertThat(expired.message()).contains("own-never", "2026-11-20", "team-a");
    assertThat(judgement.summary().violations()).isEqualTo(2);
  }

  @Test
  void waived_finding_says_who_answers_for_it_and_fails_nothing() {
    Judgement judgement = judge(waiver("own-never", "2027-01-01"), Inputs.NOW);
    assertThat(judgement.findings().getFirst().waiver())
        .isEqualTo(
            new AppliedWaiver("w", "team-a", "reason", Instant.parse("2027-01-02T00:00:00Z")));
    assertThat(judgement.failsAt(Severity.LOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "own-never, '', '', true",
    "own-*, '', '', true",
    "*, '', '', true",
    "own, '', '', false",
    "own-never, POD/odoo, '', true",
    "own-never, '*/od*', '', true",
    "own-never, Pod/redis, '', false",
    "own-never, '', wrong-fingerprint, false",
  })
  void waiver_covers_only_what_it_names(
      String control, String resource, String fingerprint, boolean covers) {
    Waiver waiver =
        new Waiver(
            control,
            "team-a",
            "reason",
            "2027-01-01",
            List.of(),
            some(resource),
            some(fingerprint));
    Judgement judgement = judge(waiver, Inputs.NOW);
    assertThat(judgement.summary().waived()).isEqualTo(covers ? 1 : 0);
    assertThat(judgement.findings().stream().anyMatch(f -> f.control().equals("waiver-unused")))
        .isEqualTo(!covers);
  }

  @Test
  void waiver_by_fingerprint_covers_that_finding() {
    String fingerprint = Inputs.judge(NEVER, List.of(POD)).findings().getFirst().fingerprint();
    Waiver waiver =
        new Waiver(
            "own-never", "team-a", "r", "2027-01-01", List.of(), List.of(), List.of(fingerprint));
    assertThat(judge(waiver, Inputs.NOW).summary().waived()).isEqualTo(1);
  }

  @Test
  void waiver_for_one_environment_neither_covers_nor_is_reported_in_another() {
    Waiver waiver =
        new Waiver("own-never", "team-a", "r", "2020-01-01", List.of("prod"), List.of(), List.of());
    CheckContext test =
        new CheckContext(Given.estate(Given.environment("test", Tier.TEST)), "test");
    Judgement judgement =
        Guardrails.evaluate(List.of(POD), NEVER, Given.waiver("w", waiver), test, Inputs.NOW);
    assertThat(judgement.findings()).extracting(Finding::control).containsExactly("own-never");
  }

  @Test
  void waiver_is_called_unused_only_when_everything_was_checked() {
    Waivers waivers = Given.waiver("w", waiver("other", "2027-01-01"));
    Evaluation part = new Evaluation(NEVER, waivers, CheckContext.NONE, Inputs.NOW);
    assertThat(part.finish(false).findings()).isEmpty();
    Evaluation all = new Evaluation(NEVER, waivers, CheckContext.NONE, Inputs.NOW);
    assertThat(all.finish(true).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.control()).isEqualTo("waiver-unused"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.LOW));
  }

  private static Waiver waiver(String control, String expires) {
    return new Waiver(control, "team-a", "reason", expires, List.of(), List.of(), List.of());
  }

  private static Judgement judge(Waiver waiver, Instant now) {
    return Guardrails.evaluate(
        List.of(POD), NEVER, Given.waiver("w", waiver), CheckContext.NONE, now);
  }

  private static List<String> some(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }
}
