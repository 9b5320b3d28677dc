package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Table;
import dev.interlock.recovery.TakeBackup.Taken;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People are told what was saved, and what nobody will be able to compare. */
class BackupReportTest {

  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void a_copied_server_tells_what_its_tables_held() {
    assertThat(told(List.of(new Table("a", 2, "d"), new Table("b", 40, "d")), ""))
        .contains("database     erp and its server, 2 tables with 42 rows")
        .doesNotContain("NOT COUNTED");
  }

  @Test
  void a_copied_server_whose_rows_were_not_counted_says_why() {
    assertThat(told(List.of(), "backup may set no mark in the log"))
        .contains("database     erp and its server\n")
        .contains("NOT COUNTED  no drill compares rows")
        .contains("backup may set no mark in the log");
  }

  private static String told(List<Table> tables, String uncounted) {
    Backup backup =
        new Backup(
            "core-production",
            "20261123T020000Z",
            "base-backup-and-wal",
            AT,
            AT,
            new Content("erp", "15.18", List.of(), tables, null),
            null,
            List.of(),
            null,
            null,
            new Log("73", 16 << 20, "0A", "0B", null, List.of()),
            null,
            AT);
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      BackupReport.taken(new Taken(backup, 0, "", "", List.of(), uncounted), out);
    }
    return text.toString();
  }
}
