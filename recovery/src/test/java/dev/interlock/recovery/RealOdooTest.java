package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.goldens.Shared;
import dev.interlock.recovery.query.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All checks on a real Odoo 19, restored with the tools of PostgreSQL. */
@Tag("slow")
class RealOdooTest {

  private static final Instant POINT = Instant.parse("2026-11-20T15:49:00Z");

  @TempDir Path folder;

  @Test
  void a_good_restore_passes_and_what_is_planted_is_caught() throws Exception {
    Path dump = Shared.require("odoo/odoo.dump");
    Path files = Shared.require("odoo/filestore.tar.gz");
    try (DebianServer server = DebianServer.start()) {
      DataSource database = server.restore(dump, "acme_prod");
      DebianServer.run(List.of("tar", "-xzf", files.toString(), "-C", folder.toString()));
      Path filestore = folder.resolve("acme_prod");
      RestoredOdoo odoo = new RestoredOdoo(database, filestore, backup(database));

      List<Checked> results = RestoreChecks.shipped(ShippedChecksTest.SETTINGS).run(odoo, _ -> {});

      assertThat(results).allMatch(result -> result.outcome() == Outcome.PASS);
      assertThat(ShippedChecksTest.numbers(results, "odoo/attachments-have-files"))
          .containsEntry("files", 757L)
          .containsEntry("files-read", 757L)
          .containsEntry("orphans", 1L)
          .containsEntry("orphans-marked", 1L);
      assertThat(ShippedChecksTest.numbers(results, "odoo/modules-are-whole"))
          .containsEntry("installed", 85L);
      assertThat(ShippedChecksTest.numbers(results, "business/entries-balance"))
          .containsEntry("posted", 71L);

      assertProcessesWork(odoo);
      assertNeutralised(odoo);
      assertCaught(odoo);
    }
  }

  private static void assertProcessesWork(RestoredOdoo odoo) throws Exception {
    for (ProcessProbe probe : ProcessProbes.standard()) {
      assertThat(probe.probe(odoo).outcome()).as(probe.process()).isEqualTo(Outcome.PASS);
      assertThat(probe.newest(odoo, POINT).orElseThrow())
          .as(probe.process())
          .isAfter(POINT.minus(Duration.ofHours(1)));
    }
  }

  private static void assertNeutralised(RestoredOdoo odoo) throws Exception {
    Map<String, Long> changed = Neutralise.run(odoo.database());

    List<Checked> results = RestoreChecks.neutralised(Duration.ofMinutes(1)).run(odoo, _ -> {});

    assertThat(changed)
        .containsEntry("queue-jobs", 14L)
        .containsEntry("waiting-mail", 7L)
        .containsEntry("api-keys", 2L);
    assertThat(results).allMatch(result -> result.outcome() == Outcome.PASS);
  }

  private static void assertCaught(RestoredOdoo odoo) throws Exception {
    FixtureServer.run(
        odoo.database(),
        """
        update stock_quant set quantity = quantity + 1
          where id = (select min(q.id) from stock_quant q join stock_location l
            on l.id = q.location_id where l.usage = 'internal');
        update account_move_line set debit = debit + 1, balance = balance + 1
          where id = (select min(id) from account_move_line where debit > 0 and parent_state = 'posted');
        update ir_module_module set state = 'to upgrade' where name = 'mrp';
        select setval('sale_order_id_seq', 10);
        select setval('ir_sequence_039', 10);
        drop table sale_order_template_line cascade
        """);
    try (Session session = Session.open(odoo.database())) {
      String newest =
          session.text(
              "select store_fname from ir_attachment where res_model = 'sale.order' limit 1");
      Files.delete(
          Objects.requireNonNull(odoo.filestore()).resolve(Objects.requireNonNull(newest)));
    }

    List<Checked> results = RestoreChecks.shipped(ShippedChecksTest.SETTINGS).run(odoo, _ -> {});

    assertThat(results)
        .filteredOn(result -> result.outcome() == Outcome.FAIL)
        .extracting(Checked::check)
        .containsExactlyInAnyOrder(
            "database/tables-as-recorded",
            "database/sequences-are-ahead",
            "odoo/modules-are-whole",
            "odoo/registry-is-whole",
            "odoo/attachments-have-files",
            "business/entries-balance",
            "business/stock-equals-moves");
  }

  private static Backup backup(DataSource database) throws Exception {
    Backup.Content content =
        new Backup.Content(
            "acme_prod", "15", List.of("plpgsql", "pg_trgm"), TestDigests.of(database), null);
    return new Backup("prod", "x", "pg-dump", POINT, POINT, content, null, List.of(), null, POINT);
  }
}
