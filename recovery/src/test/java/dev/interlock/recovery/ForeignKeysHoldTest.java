package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.database.ForeignKeysHold;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is copied keeps what nobody checks again. */
@Tag("slow")
class ForeignKeysHoldTest {

  @TempDir Path folder;

  private final ForeignKeysHold check = new ForeignKeysHold();

  @Test
  void rows_that_speak_of_rows_that_are_there_hold() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run(
          """
          create table "Other ""s" (a integer, "b b" text, primary key (a, "b b")) partition by list (a);
          create table part partition of "Other ""s" for values in (1, 2);
          insert into part values (1, 'x');
          create table pairs (a integer, b text, foreign key (a, b) references "Other ""s");
          insert into pairs values (1, 'x'), (null, 'gone'), (2, null)
          """);

      Checked result = check.verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.PASS);
      assertThat(result.numbers().get("foreign-keys")).isGreaterThan(50L);
    }
  }

  @Test
  void a_row_that_was_removed_while_triggers_were_off_is_missed() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run(
          "set session_replication_role = replica; delete from sale_order where id = 3;"
              + " set session_replication_role = origin");

      Checked result = check.verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(result.message()).contains("sale_order_line_order_id_fkey");
    }
  }
}
