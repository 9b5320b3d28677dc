package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a failed restore goes into evidence: no content of the dump may be in it. */
class RestoreWordsTest {

  @TempDir private Path folder;

  @Test
  void a_command_of_the_dump_is_not_repeated() throws Exception {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  role "odoo" does not exist
        Command was: CREATE USER MAPPING FOR odoo SERVER s OPTIONS (
            password 'hidden'
        );
        """;

    assertThat(told(said)).contains("role \"odoo\" does not exist").doesNotContain("hidden");
  }

  @Test
  void a_command_of_many_lines_is_not_repeated() throws Exception {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  syntax error at or near "hidden"
        LINE 1: select hidden
        Command was: CREATE FUNCTION f()
        """
            + "hidden\n".repeat(100);

    assertThat(told(said)).contains("syntax error").doesNotContain("hidden");
  }

  @Test
  void a_row_of_the_dump_is_not_repeated() throws Exception {
    String said =
        """
        pg_restore: error: COPY failed for table "t": ERROR:  invalid input syntax for type date: "hidden"
        CONTEXT:  COPY t, line 3, column a: "hidden
        hidden as well"
        """;

    assertThat(told(said))
        .contains(
            "COPY failed for table \"t\"", "invalid input syntax for type date", "COPY t, line 3")
        .doesNotContain("hidden");
  }

  @Test
  void a_value_that_is_longer_than_what_is_kept_is_not_repeated() throws Exception {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  could not create unique index "u"
        DETAIL:  Key (login, company)=(%s, 1) is duplicated.
        """
            .formatted("hidden ".repeat(1000));

    assertThat(told(said))
        .contains("unique index \"u\"", "Key (login, company)=(…)")
        .doesNotContain("hidden");
  }

  @Test
  void a_row_that_breaks_a_constraint_is_not_repeated() throws Exception {
    String said =
        """
        pg_restore: error: could not execute query: ERROR:  check constraint "c" of relation "t" is violated by some row
        DETAIL:  Failing row contains (1, hidden, hidden
        hidden).
        """;

    assertThat(told(said)).contains("constraint \"c\" of relation \"t\"").doesNotContain("hidden");
  }

  /** What is left of it after a run of a program that says it. */
  private String told(String said) throws Exception {
    Path file = Files.writeString(folder.resolve("said"), said);
    ToolCommand command =
        new ToolCommand(List.of("/bin/sh", "-c", "cat " + file + " >&2; exit 1"), Map.of());
    return new ToolRun(command).run(OutputStream.nullOutputStream(), new RestoreWords()).words();
  }
}
