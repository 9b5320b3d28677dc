package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.Predicate;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which evidence counts, and the reason told where it does not. */
class EvidenceTrustTest {

  private static final EvidenceSigner SIGNER = new EvidenceSigner();
  private static final Scenario SCENARIO = new Scenario();

  private static EvidenceItem judge(String name, Bytes content, Instant now) {
    List<EvidenceItem> items =
        EvidenceBook.of(List.of(new EvidenceFile(name, content)), TestEstate.plain(), now).items();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Object reason(String key, Predicate says) {
    return reason(judge("e.json", SIGNER.sign(says, TestEstate.key(key)).toJson(), Scenario.NOW));
  }

  private static Object reason(EvidenceItem item) {
    return switch (item.standing()) {
      case Standing.Trusted trusted -> trusted.key();
      case Standing.Untrusted untrusted -> untrusted.reason();
    };
  }

  private static Approval approval(String person, Instant at) {
    return SCENARIO.approval(person, "service-owner", at);
  }

  @Test
  void evidence_counts_when_its_key_is_trusted_for_all_it_says() {
    assertThat(reason("owner", approval("owner", Scenario.NOW))).isEqualTo("owner");
    assertThat(reason("owner", approval("odoo:own", Scenario.NOW))).isEqualTo("owner");
    assertThat(reason("pipeline", Scenario.tested("test", "s", true, Scenario.NOW)))
        .isEqualTo("pipeline");
  }

  @Test
  void a_key_counts_only_for_its_kinds_persons_environments_and_times() {
    assertThat(reason("stranger", approval("owner", Scenario.NOW))).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(reason("pipeline", approval("owner", Scenario.NOW)))
        .isEqualTo(Reason.WRONG_KIND_FOR_KEY);
    assertThat(reason("developer", approval("owner", Scenario.NOW))).isEqualTo(Reason.WRONG_PERSON);
    assertThat(reason("owner", approval("nobody", Scenario.NOW))).isEqualTo(Reason.WRONG_PERSON);
    assertThat(reason("staging-drills", Scenario.drill(Scenario.NOW, "PT1H", "PT1M")))
        .isEqualTo(Reason.WRONG_ENVIRONMENT);
    assertThat(reason("staging-drills", Scenario.budget("1 EUR")))
        .isEqualTo(Reason.WRONG_ENVIRONMENT);
    assertThat(reason("owner", approval("owner", Scenario.NOW.plusMillis(1))))
        .isEqualTo(Reason.WRONG_TIME);
  }

  @Test
  void a_keys_time_begins_at_its_first_instant() {
    assertThat(old("2025-12-31T23:59:59.999Z", "2026-05-01T00:00:00Z", false))
        .isEqualTo(Reason.WRONG_TIME);
    assertThat(old("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z", false))
        .isEqualTo("old-pipeline");
  }

  @Test
  void when_a_keys_time_is_over_nothing_of_it_counts_whatever_time_it_says() {
    assertThat(old("2026-10-31T23:59:59Z", "2026-10-31T23:59:59Z", false))
        .isEqualTo("old-pipeline");
    assertThat(old("2026-10-31T23:59:59Z", "2026-11-01T00:00:00Z", false))
        .isEqualTo(Reason.WRONG_TIME);
    assertThat(old("2026-02-01T00:00:00Z", "2026-11-21T00:00:00Z", false))
        .isEqualTo(Reason.WRONG_TIME);
  }

  @Test
  void nothing_of_a_revoked_key_counts_whenever_it_is_asked_for() {
    assertThat(old("2026-09-30T00:00:00Z", "2026-11-21T00:00:00Z", true))
        .isEqualTo(Reason.WRONG_TIME);
    assertThat(old("2026-09-30T00:00:00Z", "2026-09-30T00:00:00Z", true))
        .isEqualTo(Reason.WRONG_TIME);
  }

  /** A test run of the old pipeline, which was trusted from January to October. */
  private static Object old(String made, String now, boolean revoked) {
    Estate estate =
        revoked
            ? TestEstate.plain()
            : TestEstate.edited(t -> t.replace("  revoked: 2026-10-01T00:00:00Z\n", ""));
    Predicate says = Scenario.tested("test", "s", true, Instant.parse(made));
    Bytes envelope = SIGNER.sign(says, TestEstate.key("old-pipeline")).toJson();
    return reason(
        EvidenceBook.of(List.of(new EvidenceFile("e.json", envelope)), estate, Instant.parse(now))
            .items()
            .getFirst());
  }

  @Test
  void who_left_counts_until_the_end_of_that_day_and_then_no_more() {
    Instant lastMoment = Instant.parse("2026-11-10T23:59:59Z");
    Bytes approval =
        SIGNER
            .sign(
                SCENARIO.approval("leaver", "release-manager", lastMoment),
                TestEstate.key("leaver"))
            .toJson();

    assertThat(reason(judge("e.json", approval, lastMoment))).isEqualTo("leaver");
    assertThat(reason(judge("e.json", approval, lastMoment.plusSeconds(1))))
        .isEqualTo(Reason.WRONG_PERSON);
  }

  @Test
  void whom_a_system_names_must_have_been_there_then() {
    assertThat(reason("pipeline", carriedOut("2026-11-10T23:59:59Z"))).isEqualTo("pipeline");
    assertThat(reason("pipeline", carriedOut("2026-11-11T00:00:00Z")))
        .isEqualTo(Reason.WRONG_PERSON);
  }

  private static Deployment carriedOut(String at) {
    return new Deployment(Scenario.ARTIFACT, "test", null, "leaver", true, Instant.parse(at));
  }

  @Test
  void a_statement_about_something_else_does_not_count() {
    Statement right = SIGNER.statement(approval("owner", Scenario.NOW));
    Statement wrong =
        new Statement(
            List.of(Statement.Subject.sha256("x", "ab".repeat(32))),
            right.predicateType(),
            right.predicate());
    Bytes envelope = Envelope.sign(wrong, TestEstate.key("owner")).toJson();

    assertThat(reason(judge("e.json", envelope, Scenario.NOW))).isEqualTo(Reason.WRONG_SUBJECT);
  }

  @Test
  void unsigned_evidence_is_told_from_unreadable() {
    Bytes statement = SIGNER.statement(approval("owner", Scenario.NOW)).toJson();
    Bytes noSignatures =
        Bytes.utf8(
            "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
                + statement.base64()
                + "\",\"signatures\":[]}");

    assertThat(reason(judge("e.json", statement, Scenario.NOW))).isEqualTo(Reason.UNSIGNED);
    assertThat(reason(judge("e.json", noSignatures, Scenario.NOW))).isEqualTo(Reason.UNSIGNED);
    assertThat(reason(judge("e.json", Bytes.utf8("{"), Scenario.NOW))).isEqualTo(Reason.UNREADABLE);
    assertThat(reason(judge("e.json", Bytes.utf8(""), Scenario.NOW))).isEqualTo(Reason.UNREADABLE);
    assertThat(reason(judge("e.json", Bytes.of(new byte[] {(byte) 0xff, 0}), Scenario.NOW)))
        .isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void evidence_of_a_kind_nobody_knows_is_kept_and_does_not_count() {
    Statement right = SIGNER.statement(approval("owner", Scenario.NOW));
    Statement other =
        new Statement(right.subjects(), "https://slsa.dev/provenance/v1", right.predicate());

    assertThat(
            reason(
                judge(
                    "e.json",
                    Envelope.sign(other, TestEstate.key("owner")).toJson(),
                    Scenario.NOW)))
        .isEqualTo(Reason.UNKNOWN_KIND);
  }

  @Test
  void a_predicate_that_leaves_good_news_to_be_guessed_is_unreadable() {
    Statement register = SIGNER.statement(Scenario.register(Scenario.NOW));
    Bytes silent =
        Bytes.utf8(
            register.predicate().utf8().replace("\"open\":[],", "").replace(",\"open\":[]", ""));
    Statement statement = new Statement(register.subjects(), register.predicateType(), silent);

    EvidenceItem item =
        judge("e.json", Envelope.sign(statement, TestEstate.key("desk")).toJson(), Scenario.NOW);

    assertThat(reason(item)).isEqualTo(Reason.UNREADABLE);
    assertThat(item.predicate()).isNull();
  }

  @Test
  void one_trusted_signature_of_several_is_enough() {
    Envelope both =
        SIGNER.sign(
            approval("owner", Scenario.NOW),
            TestEstate.key("stranger"),
            TestEstate.key("developer"),
            TestEstate.key("owner"));

    assertThat(reason(judge("e.json", both.toJson(), Scenario.NOW))).isEqualTo("owner");
  }

  @Test
  void a_file_of_lines_holds_several_pieces_each_with_its_place() {
    String line =
        SIGNER.sign(approval("owner", Scenario.NOW), TestEstate.key("owner")).toJson().utf8();
    Bytes lines = Bytes.utf8(line + "\n\n" + line.substring(1) + "\r\n" + line);

    List<EvidenceItem> items =
        EvidenceBook.of(
                List.of(new EvidenceFile("all.jsonl", lines)), TestEstate.plain(), Scenario.NOW)
            .items();

    assertThat(items)
        .extracting(EvidenceItem::file)
        .containsExactly("all.jsonl:1", "all.jsonl:3", "all.jsonl:4");
    assertThat(items).extracting(EvidenceItem::trusted).containsExactly(true, false, true);
  }

  @Test
  void trust_depends_on_the_instant_asked_for() {
    Bytes envelope = SIGNER.sign(approval("owner", Scenario.NOW), TestEstate.key("owner")).toJson();

    assertThat(judge("e.json", envelope, Scenario.NOW.minus(Duration.ofSeconds(1))).trusted())
        .isFalse();
    assertThat(judge("e.json", envelope, Scenario.NOW.plus(Duration.ofDays(900))).trusted())
        .isTrue();
  }
}
