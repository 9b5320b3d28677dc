package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.odoo.AttachmentsHaveFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AttachmentsTest {

  @TempDir Path folder;

  private final AttachmentsHaveFiles check = new AttachmentsHaveFiles(3, PartProgress.NONE);

  @Test
  void files_of_which_no_row_speaks_are_counted_and_no_fault() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      String left = odoo.addFile("res.partner", 1, "left behind");
      String marked = odoo.addFile("res.partner", 1, "to be removed");
      odoo.run("delete from ir_attachment where store_fname in ('" + left + "','" + marked + "')");
      Path mark = odoo.filestore().resolve("checklist").resolve(marked);
      Files.createDirectories(mark.getParent());
      Files.createFile(mark);

      Checked result = check.verify(odoo.restored(null));

      assertThat(result.outcome()).isEqualTo(Outcome.PASS);
      assertThat(result.numbers()).containsEntry("orphans", 2L).containsEntry("orphans-marked", 1L);
    }
  }

  @Test
  void no_folder_is_wrong_when_files_are_needed_and_right_when_none_is() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      RestoredOdoo without = new RestoredOdoo(odoo.database(), null, null);

      assertThat(check.verify(without).outcome()).isEqualTo(Outcome.FAIL);
      odoo.run("delete from ir_attachment where store_fname is not null");
      assertThat(check.verify(without).outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void what_was_missing_before_is_told_apart() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(16, folder)) {
      Path gone = odoo.file("picture 1");
      Files.delete(gone);
      Files.delete(odoo.file("picture 2"));
      String name = odoo.filestore().relativize(gone).toString();

      Checked result = check.verify(odoo.restored(odoo.backup(List.of(), List.of(name))));

      assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(result.message()).contains("1 already when the backup was made");
      assertThat(result.numbers()).containsEntry("missing", 2L).containsEntry("missing-before", 1L);
    }
  }

  @Test
  void a_file_kept_elsewhere_is_unknown() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      odoo.run("update ir_attachment set store_fname = 's3://bucket/x' where id = 1");

      assertThat(check.verify(odoo.restored(null)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_not_read() throws Exception {
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      Files.writeString(folder.resolve("secret"), "x");
      odoo.run("update ir_attachment set store_fname = '../secret' where id = 1");

      assertThat(check.verify(odoo.restored(null)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void many_files_are_read_with_a_short_queue_and_all_are_told() throws Exception {
    AtomicLong told = new AtomicLong();
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      for (int i = 0; i < 3_000; i++) {
        Path file = odoo.file("many " + i);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "many " + i);
      }
      odoo.run(
          """
          insert into ir_attachment (name, type, store_fname, checksum, file_size)
          select 'x', 'binary', left(h, 2) || '/' || h, h, 0 from
            (select encode(sha256(i::text::bytea), 'hex') as s, i from generate_series(1, 1) i) a,
            lateral (select left(s, 40) as h) b
          """);

      Checked result =
          new AttachmentsHaveFiles(2, (done, total) -> told.accumulateAndGet(done, Math::max))
              .verify(odoo.restored(null));

      assertThat(result.numbers())
          .containsEntry("orphans", 3_000L)
          .containsEntry("missing", 1L)
          .containsEntry("files-read", 25L);
      assertThat(told).hasValue(26);
    }
  }

  @Test
  void a_listener_that_fails_is_told_of_and_holds_nobody_up() throws Exception {
    RestoreCheck broken =
        new AttachmentsHaveFiles(
            2,
            (_, _) -> {
              throw new IllegalArgumentException("no terminal");
            });
    try (OdooFixture odoo = OdooFixture.of(18, folder)) {
      List<Checked> results =
          RestoreChecks.neutralised(Duration.ofMinutes(1))
              .and(List.of(broken))
              .run(odoo.restored(null), _ -> {});

      assertThat(results.getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(results.getLast().message()).contains("no terminal");
    }
  }
}
