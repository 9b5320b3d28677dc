package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Statement.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

  private static final String DIGEST = "ab".repeat(32);
  private static final String HEAD = "{\"_type\":\"https://in-toto.io/Statement/v1\",";
  private static final String SUBJECT =
      "\"subject\":[{\"digest\":{\"sha256\":\"" + DIGEST + "\"}}],";
  private static final String TYPE = "\"predicateType\":\"https://example.com/p/v1\"";

  private static Statement parse(String json) {
    return Statement.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void predicate_is_kept_byte_for_byte() {
    String predicate = "{ \"b\" : [1, 2.50, \"ä\\u00e4😀}\"],\n \"a\":{} }";
    Statement statement = parse(HEAD + SUBJECT + "\"predicate\":" + predicate + ",\n" + TYPE + "}");
    assertThat(statement.predicate().utf8()).isEqualTo(predicate);
    assertThat(Statement.parse(statement.toJson().toArray())).isEqualTo(statement);
    assertThat(statement.toJson().utf8()).contains("\"predicate\":" + predicate);
  }

  @Test
  void absent_predicate_is_an_empty_object_and_unknown_keys_are_ignored() {
    Statement statement = parse(HEAD + SUBJECT + "\"later\":[{}]," + TYPE + "}");
    assertThat(statement.predicate().utf8()).isEqualTo("{}");
    assertThat(statement.subjects()).containsExactly(new Subject(null, Map.of("sha256", DIGEST)));
  }

  @Test
  void printing_is_deterministic_and_escapes() {
    Subject subject =
        new Subject("a \"b\"\\\n", Map.of("sha512", "ab".repeat(64), "gitCommit", "c0"));
    Statement statement = new Statement(List.of(subject), "t", Bytes.utf8("{}"));
    assertThat(statement.toJson().utf8())
        .isEqualTo(
            HEAD
                + "\"subject\":[{\"name\":\"a \\\"b\\\"\\\\\\u000a\",\"digest\":{\"gitCommit\":\"c0\","
                + "\"sha512\":\""
                + "ab".repeat(64)
                + "\"}}],\"predicateType\":\"t\",\"predicate\":{}}");
    assertThat(Statement.parse(statement.toJson().toArray())).isEqualTo(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        HEAD + TYPE + "}",
        HEAD + "\"subject\":[]," + TYPE + "}",
        HEAD + "\"subject\":[{\"name\":\"x\"}]," + TYPE + "}",
        HEAD + "\"subject\":[{\"digest\":{}}]," + TYPE + "}",
        HEAD + "\"subject\":[{\"digest\":{\"sha256\":\"abcd\"}}]," + TYPE + "}",
        HEAD
            + "\"subject\":[{\"digest\":{\"sha1\":\"ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD\"}}],"
            + TYPE
            + "}",
        HEAD + "\"subject\":[{\"digest\":{\"x\":\"a\",\"x\":\"b\"}}]," + TYPE + "}",
        HEAD + "\"subject\":{}," + TYPE + "}",
        "{\"_type\":\"https://in-toto.io/Statement/v0.1\"," + TYPE + "}",
      })
  void malformed_statement_is_refused(String json) {
    assertError(LedgerError.BAD_STATEMENT, () -> parse(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "{\"a\":1,\"a\":2}", "{} {}"})
  void predicate_must_be_one_object(String predicate) {
    assertError(
        LedgerError.BAD_STATEMENT,
        () -> new Statement(List.of(Subject.sha256("x", DIGEST)), "t", Bytes.utf8(predicate)));
    assertError(
        LedgerError.BAD_STATEMENT,
        () -> parse(HEAD + SUBJECT + TYPE + ",\"predicate\":" + predicate + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD", "\uD83D\uDE00", "\\ud83d\\ude00", "a\\ud83d\\ude00"})
  void any_character_may_stand_in_a_name(String name) {
    String subject = SUBJECT.replace("{\"digest\"", "{\"name\":\"" + name + "\",\"digest\"");
    assertThat(parse(HEAD + subject + TYPE + "}").subjects().getFirst().name())
        .isEqualTo(name.replace("\\ud83d\\ude00", "\uD83D\uDE00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud83d", "\\ude00", "\\ud83dx", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00"})
  void half_a_character_is_refused(String name) {
    String subject = SUBJECT.replace("{\"digest\"", "{\"name\":\"" + name + "\",\"digest\"");
    assertError(LedgerError.BAD_STATEMENT, () -> parse(HEAD + subject + TYPE + "}"));
  }

  @Test
  void bytes_that_are_no_text_are_refused_also_beside_a_replacement_character() {
    byte[] text = (HEAD + SUBJECT + TYPE + ",\"x\":\"\uFFFD?\"}").getBytes(StandardCharsets.UTF_8);
    assertThat(Statement.parse(text).subjects()).hasSize(1);
    text[text.length - 3] = (byte) 0xFF;
    assertError(LedgerError.BAD_STATEMENT, () -> Statement.parse(text));
  }

  @Test
  void statement_in_an_envelope_is_signed_as_it_stands() {
    Statement statement =
        new Statement(List.of(Subject.sha256("x", DIGEST)), "t", Bytes.utf8("{\"a\":1}"));
    Envelope envelope = Envelope.sign(statement, Samples.KEY);
    assertThat(envelope.payloadType()).isEqualTo("application/vnd.in-toto+json");
    assertThat(Envelope.parse(envelope.toJson().toArray()).statement()).isEqualTo(statement);
    assertError(
        LedgerError.BAD_STATEMENT,
        () -> Envelope.sign("text/plain", statement.toJson(), Samples.KEY).statement());
  }
}
