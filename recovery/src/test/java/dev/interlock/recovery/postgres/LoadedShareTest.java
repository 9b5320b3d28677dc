package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.goldens.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** What is told while a dump comes back. */
@Tag("slow")
class LoadedShareTest {

  @TempDir static Path parent;

  private static DumpServer server;

  @BeforeAll
  static void start() throws Exception {
    server = DumpServer.in(parent);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_restore_tells_how_far_it_is_until_all_is_there() throws Exception {
    PostgresAddress odoo = server.newDatabase("told");
    Path dump = Shared.require("odoo/odoo.dump");
    List<Long> told = new ArrayList<>();

    server
        .restoring()
        .telling(1, (done, all) -> told.add(done))
        .restore(dump, odoo, DumpServer.JOBS);

    assertThat(told).isSorted().endsWith(LoadedShare.WHOLE);
    long rows = DumpServer.digests(odoo).stream().mapToLong(Backup.Table::rows).sum();
    long built =
        DumpContents.of(server.tools().require(Tool.PG_RESTORE, 15, "").path(), dump).built();
    assertThat(share(odoo, rows, built)).isEqualTo(LoadedShare.WHOLE);
    assertThat(share(odoo, 2 * rows, built)).isEqualTo(750);
    assertThat(share(odoo, rows, 2 * built)).isEqualTo(750);
  }

  @Test
  void rows_that_are_being_loaded_count_and_so_does_each_index() throws Exception {
    PostgresAddress half = server.newDatabase("half");
    Sql.run(half, "CREATE TABLE kept (id int)", "CREATE TABLE other (id int PRIMARY KEY)");
    try (Connection connection = half.dataSource().getConnection()) {
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      CopyIn copy = copying.copyIn("COPY kept FROM STDIN");
      byte[] row = "1\n".getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 50_000; i++) {
        copy.writeToCopy(row, 0, row.length);
      }
      copy.flushCopy();
      Awaiting.until(() -> share(half, 100_000, 2) == 500, "half of the rows are there");
      copy.endCopy();
    }
    Sql.run(half, "CREATE INDEX ON kept (id)");
    Awaiting.until(() -> share(half, 100_000, 2) == 750, "both indexes are there");
  }

  private static long share(PostgresAddress database, long rows, long built) throws SQLException {
    try (Connection connection = Sessions.connect(database)) {
      return new LoadedShare(rows, built).in(connection);
    }
  }
}
