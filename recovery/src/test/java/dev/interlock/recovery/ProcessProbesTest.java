package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ProcessProbesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.interlock.recovery.OdooFixture#series")
  void every_process_works_on_a_good_restore(int series) throws Exception {
    try (OdooFixture odoo = OdooFixture.of(series, folder)) {
      for (ProcessProbe probe : ProcessProbes.standard()) {
        Checked result = probe.probe(odoo.restored(null));

        assertThat(result.outcome()).as(probe.process()).isEqualTo(Outcome.PASS);
        assertThat(result.numbers().values()).as(probe.process()).anyMatch(number -> number > 0);
        assertThat(probe.newest(odoo.restored(null), OdooFixture.POINT)).isPresent();
      }
    }
  }

  @Test
  void the_newest_work_is_in_universal_time_wherever_it_is_asked() throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      assertThat(newest("sales", odoo, OdooFixture.POINT))
          .contains(Instant.parse("2026-11-20T09:50:00Z"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void work_whose_file_is_gone_did_not_come_back() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      Files.delete(odoo.file("newest order"));

      assertThat(newest("sales", odoo, OdooFixture.POINT))
          .contains(Instant.parse("2026-11-19T08:00:00Z"));
    }
  }

  @Test
  void newer_work_than_the_point_is_not_counted() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(16, folder)) {
      assertThat(newest("purchasing", odoo, Instant.parse("2026-11-17T00:00:00Z")))
          .contains(Instant.parse("2026-11-01T07:00:00Z"));
      assertThat(newest("purchasing", odoo, Instant.parse("2026-10-17T00:00:00Z"))).isEmpty();
    }
  }

  @Test
  void a_process_whose_tables_are_gone_does_not_work() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(17, folder)) {
      odoo.run("drop table mrp_bom cascade; drop table mrp_production cascade");
      odoo.run(
          "delete from ir_model_constraint; delete from ir_model_fields;"
              + " delete from ir_model where model = 'mrp.production'");

      Checked result = ProcessProbes.of("manufacturing").orElseThrow().probe(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void files_that_are_gone_can_not_be_opened() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(17, folder)) {
      Files.delete(odoo.file("picture 7"));

      Checked result = ProcessProbes.of("files").orElseThrow().probe(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(result.numbers()).containsEntry("gone", 1L);
    }
  }

  @Test
  void warehouse_is_stock() {
    assertThat(ProcessProbes.of("warehouse").orElseThrow().process()).isEqualTo("stock");
    assertThat(ProcessProbes.of("payroll")).isEmpty();
  }

  private static Optional<Instant> newest(String process, OdooFixture odoo, Instant point)
      throws Exception {
    return ProcessProbes.of(process).orElseThrow().newest(odoo.restored(null), point);
  }
}
