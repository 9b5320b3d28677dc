package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is told of a failed restore goes into evidence: no content of the dump may be in it. */
class RestoreWordsTest {

  @Test
  void a_command_of_the_dump_is_not_repeated() {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  role "odoo" does not exist
        Command was: CREATE USER MAPPING FOR odoo SERVER s OPTIONS (
            password 'hidden'
        );
        """;

    assertThat(RestoreDump.withoutContent(said))
        .contains("role \"odoo\" does not exist")
        .doesNotContain("hidden");
  }

  @Test
  void a_row_of_the_dump_is_not_repeated() {
    String said =
        """
        pg_restore: error: COPY failed for table "t": ERROR:  invalid input syntax
        CONTEXT:  COPY t, line 3, column a: "hidden"
        """;

    assertThat(RestoreDump.withoutContent(said))
        .contains("COPY t, line 3")
        .doesNotContain("hidden");
  }

  @Test
  void a_value_of_a_key_is_not_repeated() {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  could not create unique index "u"
        DETAIL:  Key (login, company)=(hidden, 1) is duplicated.
        """;

    assertThat(RestoreDump.withoutContent(said))
        .contains("unique index \"u\"", "Key (login, company)=(…) is duplicated")
        .doesNotContain("hidden");
  }
}
