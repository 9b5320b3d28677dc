package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.Scenario.hoursAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.TestRun;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad news that can't be read is not as if it were not there. */
class UnreadEvidenceTest {

  private static final EvidenceSigner SIGNER = new EvidenceSigner();

  /** The statement of a predicate whose text was edited, signed all the same. */
  private static Bytes edited(String key, Predicate says, UnaryOperator<String> edit) {
    Statement statement = SIGNER.statement(says);
    String predicate = edit.apply(statement.predicate().utf8());
    String text = statement.toJson().utf8().replace(statement.predicate().utf8(), predicate);
    return Envelope.sign(Envelope.IN_TOTO, Bytes.utf8(text), TestEstate.key(key)).toJson();
  }

  private static Scenario with(Bytes content) {
    Scenario scenario = new Scenario();
    scenario.evidence.put("bad", new EvidenceFile("bad.json", content));
    return scenario;
  }

  private static Approval refusal() {
    return new Scenario().refusal("owner", "service-owner", hoursAgo(1));
  }

  static List<Arguments> brokenRefusals() {
    return List.of(
        Arguments.of("unknown key", edit(p -> p.replaceFirst("\\{", "{\"x\":1,"))),
        Arguments.of("unknown answer", edit(p -> p.replace("\"reject\"", "false"))),
        Arguments.of("no time", edit(p -> p.replaceFirst("\"at\":", "\"when\":"))),
        Arguments.of("an array", edit(p -> "[" + p + "]")),
        Arguments.of("a number", edit(_ -> "7")),
        Arguments.of("a byte order mark", edit(p -> "\uFEFF" + p)),
        Arguments.of("cut off", edit(p -> p.substring(0, 40))));
  }

  private static UnaryOperator<String> edit(UnaryOperator<String> edit) {
    return edit;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenRefusals")
  void a_signed_refusal_that_cannot_be_read_makes_who_agreed_unknown(
      String how, UnaryOperator<String> edit) {
    Scenario scenario = with(edited("owner", refusal(), edit));

    Contact approvals = scenario.contact("approvals");

    assertThat(approvals.state()).as(how).isEqualTo(State.UNKNOWN);
    assertThat(approvals.reason()).contains("Evidence in bad.json can't be used");
    assertThat(approvals.evidence()).anyMatch(label -> label.startsWith("bad.json"));
    assertThat(scenario.contact("segregation").state()).isEqualTo(State.UNKNOWN);
    assertThat(scenario.contact("incidents").state()).isEqualTo(State.CLOSED);
    assertThat(scenario.decide().outcome()).isEqualTo(Outcome.STOP);
  }

  @Test
  void a_drill_with_an_absurd_length_does_not_leave_the_older_one_in_force() {
    Bytes drill =
        edited(
            "drills", Scenario.drill(hoursAgo(1), "PT5H", "PT1M"), p -> p.replace("PT5H", "-PT5H"));

    assertThat(with(drill).contact("way-back").state()).isEqualTo(State.UNKNOWN);
    assertThat(with(drill).contact("way-back").reason()).contains("bad.json").contains("-PT5H");
  }

  @Test
  void a_later_version_of_a_kind_is_told_from_a_type_of_somebody_else() {
    Statement register = SIGNER.statement(Scenario.register(hoursAgo(1)));
    Statement next =
        new Statement(
            register.subjects(),
            "https://interlock.dev/evidence/incident/v2",
            Bytes.utf8("{\"everything\":\"is down\"}"));
    Statement foreign =
        new Statement(register.subjects(), "https://slsa.dev/provenance/v1", next.predicate());

    assertThat(with(signed("desk", next)).contact("incidents").state()).isEqualTo(State.UNKNOWN);
    assertThat(with(signed("desk", foreign)).contact("incidents").state()).isEqualTo(State.CLOSED);
  }

  private static Bytes signed(String key, Statement statement) {
    return Envelope.sign(statement, TestEstate.key(key)).toJson();
  }

  @Test
  void what_is_about_something_else_disturbs_nobody() {
    Bytes elsewhere =
        edited(
            "drills",
            new Drill("staging", "b", false, List.of(), hoursAgo(1)),
            p -> p.replace("false", "7"));

    assertThat(with(elsewhere).decide().outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void bad_news_about_any_artifact_of_a_change_is_missed() {
    String second = "sha256:" + "a2".repeat(32);
    TestRun failed = new TestRun(second, "staging", "smoke", false, hoursAgo(1));
    Scenario scenario = with(edited("pipeline", failed, p -> p.replace("false", "7")));
    scenario.with("artifacts", "[" + second + "]");

    assertThat(scenario.contact("promotion").reason()).contains("bad.json");
  }

  @Test
  void the_price_of_another_change_may_tell_what_is_left_of_the_budget() {
    Cost other = otherPrice("core");
    Bytes unread = edited("costs", other, p -> p.replaceFirst("\\{", "{\"x\":1,"));
    Bytes foreign = edited("costs", otherPrice("cellar"), p -> p.replaceFirst("\\{", "{\"x\":1,"));

    assertThat(with(unread).contact("money").state()).isEqualTo(State.UNKNOWN);
    assertThat(with(damaged(unread)).contact("money").state()).isEqualTo(State.UNKNOWN);
    assertThat(with(foreign).decide().outcome()).isEqualTo(Outcome.GO);
  }

  private static Cost otherPrice(String budget) {
    return new Cost(
        budget,
        YearMonth.of(2026, 11),
        Scenario.money("9999.00 EUR"),
        null,
        "other-change",
        Scenario.OTHER_DIGEST,
        Scenario.money("1.00 EUR"),
        hoursAgo(1));
  }

  /** The same with another signature. */
  private static Bytes damaged(Bytes envelope) {
    String whole = envelope.utf8();
    int at = whole.indexOf("\"sig\":\"") + 10;
    char other = whole.charAt(at) == 'A' ? 'B' : 'A';
    return Bytes.utf8(whole.substring(0, at) + other + whole.substring(at + 1));
  }

  @Test
  void a_stranger_or_a_key_for_something_else_raises_no_doubt_by_signing() {
    UnaryOperator<String> spoil = p -> p.replace("\"reject\"", "false");

    assertThat(with(edited("stranger", refusal(), spoil)).decide().outcome()).isEqualTo(Outcome.GO);
    assertThat(with(edited("pipeline", refusal(), spoil)).decide().outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void a_file_that_is_cut_off_or_empty_makes_every_contact_that_reads_evidence_unknown() {
    Bytes whole = edited("owner", refusal(), p -> p);
    for (int length : List.of(0, 1, 20, whole.length() / 2, whole.length() - 1)) {
      byte[] rest = java.util.Arrays.copyOf(whole.toArray(), length);
      Scenario scenario = with(Bytes.of(rest));

      assertThat(scenario.decide().contacts())
          .filteredOn(c -> c.state() == State.UNKNOWN)
          .as("%d bytes", length)
          .extracting(Contact::name)
          .containsExactly(
              "rules", "approvals", "segregation", "way-back", "promotion", "incidents", "money");
    }
  }

  @Test
  void a_damaged_signature_of_a_known_key_raises_a_doubt_about_what_it_claims() {
    Scenario scenario = with(damaged(edited("owner", refusal(), p -> p)));

    assertThat(scenario.contact("approvals").state()).isEqualTo(State.UNKNOWN);
    assertThat(scenario.contact("money").state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_whole_file_that_is_plainly_something_else_is_listed_and_disturbs_nobody() {
    Scenario scenario = with(Bytes.utf8("{\"bomFormat\":\"CycloneDX\"}"));

    assertThat(scenario.decide().outcome()).isEqualTo(Outcome.GO);
    assertThat(scenario.book().items()).anyMatch(item -> item.file().equals("bad.json"));
  }

  @Test
  void a_statement_about_another_subject_than_its_predicate_raises_a_doubt() {
    Statement refused = SIGNER.statement(refusal());
    Statement wrong =
        new Statement(
            List.of(Statement.Subject.sha256("x", "ab".repeat(32))),
            refused.predicateType(),
            refused.predicate());

    assertThat(with(signed("owner", wrong)).contact("approvals").state()).isEqualTo(State.UNKNOWN);
  }
}
