package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.database.RowsKeepRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a copied server nobody asked whether its rows keep their rules. */
@Tag("slow")
class RowsKeepRulesTest {

  private static final String TABLES =
      """
      create table "Odd ""one" (a integer not null, "b ?" text not null, check ("b ?" <> '?'),
        c jsonb check (c ? 'x'), check (a > 0), unique (a, "b ?"));
      create unique index odd_lower on "Odd ""one" (lower("b ?") collate "C" desc) include (c)
        where a > 1;
      insert into "Odd ""one" values (1, 'x', null), (1, 'X', '{"x": 1}'), (2, 'X', null);
      create table empty (a integer not null, b integer unique nulls not distinct);
      create table nulls (a integer unique);
      insert into nulls values (null), (null)
      """;

  @TempDir private Path folder;

  @Test
  void rows_that_keep_their_rules_do() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run(TABLES);

      Checked result = new RowsKeepRules().verify(odoo.restored(null));

      assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.PASS);
      assertThat(result.numbers().get("tables")).isGreaterThan(50L);
      assertThat(result.numbers().get("unique")).isGreaterThan(50L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update pg_attribute set attnotnull = false where attrelid = 'sale_order'::regclass and attname = 'name'; update sale_order set name = null where id = 2; update pg_attribute set attnotnull = true where attrelid = 'sale_order'::regclass and attname = 'name' | sale_order.name is empty
          update uom_uom set factor = -1 where id = 1; alter table uom_uom add constraint positive check (factor > 0) not valid; update pg_constraint set convalidated = true where conname = 'positive' | positive
          update pg_index set indisunique = false where indexrelid = 'account_move_unique_name'::regclass; update account_move set name = 'INV/2026/00001' where id = 2; update pg_index set indisunique = true where indexrelid = 'account_move_unique_name'::regclass | account_move_unique_name
          update pg_index set indisunique = false where indexrelid = 'res_users_pkey'::regclass; insert into res_users (id, login, partner_id) values (1, 'again', 1); update pg_index set indisunique = true where indexrelid = 'res_users_pkey'::regclass | res_users_pkey
          """)
  void what_was_changed_behind_a_rule_is_named(String change, String named) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run("set allow_system_table_mods = on; " + change);

      Checked result = new RowsKeepRules().verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(result.message()).contains(named);
    }
  }
}
