package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a base backup are compared with what was counted when it was made. */
@Tag("slow")
class CountedDrillTest {

  private static final String TABLES = "database/tables-as-recorded";
  private static final int MORE_THAN_FIT = 70;
  private static final int FIRST_ROW = 24;

  @TempDir private static Path folder;

  private static @Nullable LoggedOdoo made;

  @BeforeAll
  static void start() throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(folder);
    made = odoo;
    odoo.server().withoutChecksums();
    odoo.odoo()
        .run(
            """
            create table notes as select n, 'note ' || n t from generate_series(1, 9) n;
            create table ticks as select n from generate_series(1, 3) n;
            """);
  }

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  @Test
  void what_only_the_rows_tell_is_named() throws Exception {
    Backup saved = odoo().save(store(), null);
    Path part =
        store().resolve(StoreLayout.part(saved.environment(), saved.backup(), TakeBaseBackup.COPY));
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    ChangedCopy copy = new ChangedCopy(part);
    copy.change(file("notes"), CountedDrillTest::otherNote);
    copy.change(file("ticks"), CountedDrillTest::withoutFirstRow);

    Drill drill = odoo().drill(copy.resigned(saved), RecoveryProgress.NONE);

    assertThat(notPassed(drill))
        .singleElement()
        .satisfies(it -> assertThat(it.check()).isEqualTo(TABLES))
        .satisfies(it -> assertThat(it.outcome()).as("%s", it.message()).isEqualTo(Outcome.FAIL))
        .satisfies(it -> assertThat(it.message()).contains("notes", "ticks has 2 instead of 3"));
  }

  @Test
  void a_server_that_nobody_can_look_at_where_rows_were_counted_comes_back_all_the_same()
      throws Exception {
    Backup saved;
    try (Connection open = odoo().connect();
        Statement sql = open.createStatement()) {
      open.setAutoCommit(false);
      for (int i = 0; i < MORE_THAN_FIT; i++) {
        sql.execute("savepoint s");
        sql.execute("insert into ticks values (0)");
      }
      saved = odoo().save(store(), null);
      open.rollback();
    }
    odoo().order("after");
    odoo().server().archiveAll();
    odoo().ship(odoo().server().archive(), store(), null);

    Drill drill = odoo().drill(saved, RecoveryProgress.NONE);

    assertThat(notPassed(drill))
        .singleElement()
        .satisfies(it -> assertThat(it.check()).isEqualTo(TABLES))
        .satisfies(it -> assertThat(it.outcome()).as("%s", it.message()).isEqualTo(Outcome.UNKNOWN))
        .satisfies(it -> assertThat(it.message()).contains("more than 64 savepoints"));
    assertThat(odoo().odoo().places()).isEmptyDirectory();
  }

  private static List<Checked> notPassed(Drill drill) {
    return drill.checks().stream().filter(it -> it.outcome() != Outcome.PASS).toList();
  }

  private static String file(String table) throws Exception {
    return odoo().text("select pg_relation_filepath('" + table + "')");
  }

  private static byte[] otherNote(byte[] page) {
    byte[] note = "note 7".getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < page.length - note.length; at++) {
      if (Arrays.equals(page, at, at + note.length, note, 0, note.length)) {
        page[at + note.length - 1] = '8';
        return page;
      }
    }
    throw new AssertionError("there is no such note");
  }

  /** As if it had never been: its place in the page is free. */
  private static byte[] withoutFirstRow(byte[] page) {
    Arrays.fill(page, FIRST_ROW, FIRST_ROW + Integer.BYTES, (byte) 0);
    return page;
  }

  private static Path store() {
    return odoo().odoo().storeFolder();
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }
}
