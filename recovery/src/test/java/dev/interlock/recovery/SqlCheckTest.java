package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.query.OneStatement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SqlCheckTest {

  @TempDir Path folder;

  private final RestoredOdoo empty =
      new RestoredOdoo(FixtureServer.connect("postgres"), null, null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 where false      | no-rows     | PASS",
        "select 1                  | no-rows     | FAIL",
        "select 1                  | rows        | PASS",
        "select 1 where false      | rows        | FAIL",
        "select 0                  | zero        | PASS",
        "select 0.000              | zero        | PASS",
        "select 3                  | zero        | FAIL",
        "select null::int          | zero        | UNKNOWN",
        "select 0 where false      | zero        | UNKNOWN",
        "values (0), (0)           | zero        | UNKNOWN",
        "select 42                 | equals 42   | PASS",
        "select 42.0               | equals 42   | PASS",
        "select 'done'             | equals done | PASS",
        "select 'open'             | equals done | FAIL",
        "select '{\"a\":1}'::jsonb ? 'a' | equals t | PASS",
        "with x as (select 7 as n) select n from x; | equals 7 | PASS",
      })
  void an_answer_is_compared_with_what_is_expected(String sql, String expected, Outcome outcome)
      throws SQLException {
    SqlCheck check = new SqlCheck("own/x", sql, Expectation.parse(expected).orElseThrow());

    Checked result = check.verify(empty);

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.check()).isEqualTo("own/x");
  }

  @Test
  void the_answer_is_never_told() throws SQLException {
    SqlCheck check =
        new SqlCheck(
            "own/x", "select 'Jane Doe'", Expectation.parse("equals nobody").orElseThrow());

    assertThat(check.verify(empty).toString()).doesNotContain("Jane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from sale_order",
        "select 1; select 2",
        "select 1; drop table sale_order",
        "select 1 /* ; */; commit",
        "commit",
        "copy (select 1) to program 'true'",
        "set transaction read write",
        "",
        "select 'it''s'; select 2",
        "select $a$;$a$; select 2"
      })
  void only_one_question_is_allowed(String sql) {
    Expectation zero = Expectation.parse("zero").orElseThrow();

    assertThatThrownBy(() -> new SqlCheck("own/x", sql, zero))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only one statement");
  }

  @Test
  void quoted_text_and_comments_may_hold_anything() {
    assertThat(
            List.of(
                "select ';'",
                "select E'\\';'",
                "select \"a;b\" from t",
                "select $$;$$ ;",
                "select $x$ ; $$ ; $x$",
                "select 1 -- ; drop",
                "/* a /* ; */ b */ select 1",
                " \n TABLE sale_order "))
        .allMatch(OneStatement::isQuestion);
  }

  @Test
  void a_long_question_is_read_too() {
    String text = "x'' ".repeat(100_000);

    assertThat(OneStatement.isQuestion("select '" + text + "' /* " + text + " */")).isTrue();
    assertThat(OneStatement.isQuestion("select '" + text + "'; commit")).isFalse();
  }

  @Test
  void a_question_can_not_write() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      SqlCheck writing =
          new SqlCheck(
              "own/x",
              "with gone as (delete from sale_order_tag_rel returning 1) select count(*) from gone",
              Expectation.parse("zero").orElseThrow());

      assertThatThrownBy(() -> writing.verify(odoo.restored(null)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void what_nobody_can_expect_is_refused() {
    assertThat(Expectation.parse("many")).isEmpty();
    assertThat(Expectation.parse("equals x").orElseThrow()).hasToString("equals x");
    assertThat(Expectation.parse("no-rows").orElseThrow()).hasToString("no-rows");
  }
}
