package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Drill.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a running Odoo comes back, is verified and measured, and nothing is left behind. */
@Tag("slow")
class RestoreDrillTest {

  private static final List<ProcessProof> PROCESSES =
      List.of(
          new ProcessProof(
              "order-to-cash", List.of(ProcessProbes.of("sales").orElseThrow()), List.of(), null),
          new ProcessProof(
              "warehouse",
              List.of(ProcessProbes.of("stock").orElseThrow()),
              List.of(
                  new SqlCheck(
                      "pickings-have-moves",
                      "select 1 from stock_picking p left join stock_move m on m.picking_id = p.id"
                          + " where m.id is null",
                      Expectation.parse("no-rows").orElseThrow())),
              null));

  @TempDir private Path folder;

  @Test
  void what_was_saved_comes_back_verified_and_measured() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      SealingKey key = SealingKey.generate();
      Backup backup = taken(source, key);

      Drill drill = drill(source, key, backup);

      assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
      assertThat(drill.verified()).isTrue();
      assertThat(checksums(drill)).as("servers with checksums").isEqualTo(1);
      assertThat(drill.checks())
          .extracting(Checked::check)
          .contains(
              "backup/parts-are-whole",
              "restore/database-comes-back",
              "restore/files-come-back",
              "database/tables-as-recorded",
              "odoo/attachments-have-files",
              "business/entries-balance",
              "process/warehouse/pickings-have-moves");
      assertThat(drill.stages())
          .extracting(Stage::name)
          .containsExactly("fetch", "restore", "verify", "examine", "neutralise", "probe");
      assertThat(drill.processes())
          .extracting(Measured::process)
          .containsExactly("order-to-cash", "warehouse");
      assertThat(drill.processes()).allMatch(m -> m.rto().compareTo(Duration.ZERO) > 0);
      assertThat(drill.point()).isEqualTo(backup.point());
      try (Stream<Path> left = Files.list(source.places())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void an_attachment_whose_file_has_an_odd_name_keeps_nobody_from_saving_the_rest()
      throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run(
          "update ir_attachment set store_fname = '../../etc/passwd' where id = 1;"
              + " update ir_attachment set file_size = -1 where id = 2;"
              + " insert into ir_attachment (name, type, store_fname)"
              + " values ('away', 'binary', 's3://bucket/x')");
      SealingKey key = SealingKey.generate();

      var taken =
          new TakeBackup(source.store(), key, InstantSource.system(), RecoveryProgress.NONE)
              .run(source.request(), backup -> backup.toString().getBytes(StandardCharsets.UTF_8));

      assertThat(taken.problems().toString())
          .contains("attachments whose file has no name that Odoo gives: 1 (1)");
      assertThat(drill(source, key, taken.backup()).checks())
          .filteredOn(it -> it.check().equals("odoo/attachments-are-consistent"))
          .singleElement()
          .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.FAIL))
          .satisfies(it -> assertThat(it.message()).contains("(1", "without a size: 1 (2)"));
    }
  }

  @Test
  void an_extension_that_the_backup_had_must_be_in_a_plan_that_names_any() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run("create extension hstore");
      SealingKey key = SealingKey.generate();
      Backup backup = taken(source, key);

      assertThat(Extensions.found(drill(source, key, backup)).outcome()).isEqualTo(Outcome.PASS);
      Checked refused = Extensions.found(drill(source, key, backup, Extensions.plan()));
      assertThat(refused.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(refused.message()).contains("1 (hstore)", "plan");
    }
  }

  @Test
  void modules_are_compared_with_the_code_that_was_given() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      SealingKey key = SealingKey.generate();
      Backup backup = taken(source, key);

      Drill drill =
          drilling(source, key)
              .run(
                  new RestoreDrill.Request(
                      backup,
                      null,
                      true,
                      null,
                      PROCESSES,
                      null,
                      _ -> Optional.empty(),
                      null,
                      Map.of("base", "1.3", "stock", "1.1", "sale", ""),
                      2,
                      source.places()));

      assertThat(drill.checks())
          .filteredOn(it -> it.outcome() != Outcome.PASS)
          .singleElement()
          .satisfies(it -> assertThat(it.check()).isEqualTo("odoo/modules-have-code"))
          .satisfies(it -> assertThat(it.message()).contains("without code: 1 (acme_ext)"))
          .satisfies(it -> assertThat(it.numbers()).containsEntry("versions-untold", 1L));
    }
  }

  @Test
  void a_dump_of_a_server_without_checksums_comes_back_on_one_without() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder, false)) {
      SealingKey key = SealingKey.generate();
      Backup backup = taken(source, key);

      assertThat(checksums(drill(source, key, backup))).isZero();
    }
  }

  private static long checksums(Drill drill) {
    return drill.checks().stream()
        .filter(it -> it.check().equals("database/checksums"))
        .mapToLong(it -> it.numbers().get("enabled"))
        .sum();
  }

  private static Backup taken(SourceOdoo source, SealingKey key) {
    var taking = new TakeBackup(source.store(), key, InstantSource.system(), RecoveryProgress.NONE);
    var taken =
        taking.run(source.request(), backup -> backup.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(taken.problems()).isEmpty();
    assertThat(taken.collection()).isEmpty();
    return taken.backup();
  }

  private static Drill drill(SourceOdoo source, SealingKey key, Backup backup) {
    return drill(source, key, backup, null);
  }

  private static Drill drill(
      SourceOdoo source, SealingKey key, Backup backup, @Nullable BackupPlan plan) {
    return drilling(source, key)
        .run(new RestoreDrill.Request(backup, plan, true, null, PROCESSES, 2, source.places()));
  }

  private static RestoreDrill drilling(SourceOdoo source, SealingKey key) {
    return new RestoreDrill(
        source.store(), key, InstantSource.system(), RecoveryProgress.NONE, _ -> {});
  }
}
