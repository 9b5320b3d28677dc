package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.business.StockEqualsMoves;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class StockTest {

  @TempDir Path folder;

  private final StockEqualsMoves check = new StockEqualsMoves();

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.OdooFixture#series")
  void stock_that_was_never_moved_is_caught_in_every_series(int series) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      odoo.run("update stock_quant set quantity = 23 where id = 5");

      Checked result = check.verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(result.message()).contains("product 2 in location 2: 23 on hand, 24 moved");
      assertThat(result.numbers()).containsEntry("places", 3L).containsEntry("differing", 1L);
    }
  }

  @Test
  void another_lot_or_package_is_counted_and_no_fault() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(17, folder)) {
      odoo.run("update stock_quant set lot_id = 2 where id = 1");

      Checked result = check.verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.PASS);
      assertThat(result.numbers()).containsEntry("differing-by-lot-or-package", 2L);
    }
  }

  @Test
  void products_without_stock_are_left_out() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      odoo.run("insert into stock_quant values (9, 3, 2, null, null, null, 99)");

      assertThat(check.verify(odoo.restored(null)).outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void columns_that_nobody_knows_are_unknown() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      odoo.run("alter table stock_move_line rename column quantity_product_uom to moved");

      assertThat(check.verify(odoo.restored(null)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }
}
