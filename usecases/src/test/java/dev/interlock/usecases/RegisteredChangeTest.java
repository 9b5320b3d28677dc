package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Contact;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Submission;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Bytes;
import dev.interlock.testkit.ExpectedDecision;
import dev.interlock.testkit.SampleKeys;
import dev.interlock.usecases.ApproveChange.Answered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The life of a registered change, action by action. */
class RegisteredChangeTest {

  private static final Instant AT = Instant.parse("2026-11-21T22:30:00Z");
  private static final String LABELS = "label-layout";

  private final RegisteredSamples samples = new RegisteredSamples();
  private final ChangeBook book = samples.book();
  private final DecideRegistered deciding = new DecideRegistered(book, "1.0", AsOf::named);

  @Test
  void the_register_decides_as_the_files_do() {
    for (ExpectedDecision expected : ExpectedDecision.all()) {
      var byRegister = deciding.run(expected.change(), samples.estate(), expected.at()).decision();
      var byFiles = samples.byFiles(expected.change(), expected.at()).decision();
      assertThat(byRegister.outcome()).as(expected.change()).isEqualTo(byFiles.outcome());
      assertThat(byRegister.contacts().stream().map(Contact::state).toList())
          .as(expected.change())
          .isEqualTo(byFiles.contacts().stream().map(Contact::state).toList());
    }
  }

  @Test
  void a_new_version_needs_the_one_that_is_there_and_comes_once() {
    RegisteredChange before = book.require(LABELS);
    Submission anew = samples.edited(LABELS, "reason:", "# edited\n  reason:");
    Author author = new Author("requester", AT, "key-1");
    RegisteredChange after =
        new SubmitChange(book)
            .revise(LABELS, before.version().digest(), anew, samples.estate(), author);
    assertThat(after.number()).isEqualTo(2);
    new SubmitChange(book)
        .revise(LABELS, before.version().digest(), anew, samples.estate(), author);
    assertThat(book.require(LABELS).number()).isEqualTo(2);
    Author another = new Author("requester", AT, "key-2");
    refused(
        RegisterCode.STALE,
        () ->
            new SubmitChange(book)
                .revise(LABELS, before.version().digest(), anew, samples.estate(), another));
    refused(
        RegisterCode.FILED_ALREADY,
        () -> new SubmitChange(book).file(anew, samples.estate(), another));
  }

  @Test
  void a_change_is_not_named_as_the_form_for_changes() {
    Submission anew = samples.edited(LABELS, "name: " + LABELS, "name: new");
    assertThatThrownBy(
            () -> new SubmitChange(book).file(anew, samples.estate(), new Author("requester", AT)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("a change can't be called \"new\"");
  }

  @Test
  void a_file_that_the_change_does_not_name_is_refused_with_its_place() {
    Submission right = samples.edited(LABELS, "reason:", "# edited\n  reason:");
    SortedMap<String, Bytes> files = new TreeMap<>(right.files());
    files.put("stray.yaml", Bytes.utf8("kind: ConfigMap"));
    Submission wrong = new Submission(right.change(), files);
    String digest = book.require(LABELS).version().digest();
    assertThatThrownBy(() ->
            new SubmitChange(book)
                .revise(LABELS, digest, wrong, samples.estate(), new Author("a", AT)))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> assertThat(e.problems().getFirst().render()).startsWith("stray.yaml: error: "));
  }

  @Test
  void an_answer_counts_where_the_estate_says_that_people_sign_in_to_the_key() {
    Author author = new Author("release-manager", AT.plusNanos(123_456_789));
    Answered yes = new Answered("release-manager", "release-manager", null, Answer.APPROVE, null);
    String digest = book.require(LABELS).version().digest();
    var key = SampleKeys.of("a server");
    var unknown = new AnswerChange(book, key).run(LABELS, digest, yes, samples.estate(), author);
    assertThat(unknown.filed().item().trusted()).isFalse();
    var trusting = samples.estateTrusting(key.verificationKey());
    var known = new AnswerChange(book, key).run(LABELS, digest, yes, trusting, author);
    assertThat(known.filed().item().trusted()).isTrue();
    Answered nobody = new Answered("nobody", "release-manager", null, Answer.APPROVE, null);
    var stranger = new AnswerChange(book, key).run(LABELS, digest, nobody, trusting, author);
    assertThat(stranger.filed().item().trusted()).isFalse();
  }

  @Test
  void whoever_filed_a_version_does_not_answer_the_change() {
    Answered yes = new Answered("sample", "release-manager", null, Answer.APPROVE, null);
    String digest = book.require(LABELS).version().digest();
    refused(
        RegisterCode.OWN_CHANGE,
        () ->
            new AnswerChange(book, SampleKeys.of("a server"))
                .run(LABELS, digest, yes, samples.estate(), new Author("sample", AT)));
  }

  @Test
  void what_nobody_can_read_is_not_taken_as_evidence() {
    for (String broken : List.of("", "{}", "{\"payload\":\"\"}", "no json")) {
      assertThatThrownBy(() ->
              new FileEvidence(book)
                  .run(
                      "the body",
                      Bytes.of(broken.getBytes(StandardCharsets.UTF_8)),
                      samples.estate(),
                      new Author("a", AT)))
          .isInstanceOfSatisfying(
              InputRejected.class,
              e -> {
                assertThat(e.problems().getFirst().code()).isEqualTo("REG010");
                assertThat(e.problems().getFirst().hint()).contains("DSSE");
              });
    }
  }

  @Test
  void nothing_is_decided_over_a_change_that_was_withdrawn() {
    String digest = book.require(LABELS).version().digest();
    Author author = new Author("requester", AT);
    assertThatThrownBy(() -> new WithdrawChange(book).run(LABELS, digest, " ", author))
        .isInstanceOf(InputRejected.class);
    new WithdrawChange(book).run(LABELS, digest, "printer is gone", author);
    assertThat(book.require(LABELS).open()).isFalse();
    refused(
        RegisterCode.CLOSED, () -> new WithdrawChange(book).run(LABELS, digest, "again", author));
    refused(RegisterCode.CLOSED, () -> book.requireOpen(LABELS));
  }

  private static void refused(RegisterCode code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(RegisterRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
