package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.query.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that lies below tables. */
@Tag("slow")
class DamagedDatabaseTest {

  @TempDir Path folder;

  @Test
  void a_page_that_is_damaged_is_caught_by_its_checksum() throws Exception {
    DataSource server = FixtureServer.connect("postgres");
    try (OdooFixture odoo = OdooFixture.of(19, folder)) {
      String name = text(odoo.database(), "select current_database()");
      FixtureServer.run(server, "checkpoint");
      FixtureServer.run(server, "create database damaged template " + name + " strategy file_copy");
      DataSource damaged = FixtureServer.connect("damaged");
      RestoredOdoo restored = new RestoredOdoo(damaged, odoo.filestore(), odoo.backup());
      flip(
          Path.of(text(damaged, "show data_directory"))
              .resolve(text(damaged, "select pg_relation_filepath('account_move_line')")));

      List<Checked> results =
          RestoreChecks.shipped(ShippedChecksTest.SETTINGS).run(restored, _ -> {});

      assertThatThrownBy(() -> FixtureServer.run(damaged, "table account_move_line"))
          .hasMessageContaining("invalid page");
      assertThat(results)
          .filteredOn(result -> result.outcome() == Outcome.FAIL)
          .extracting(Checked::check)
          .containsExactly("database/checksums");
      assertThat(results)
          .filteredOn(result -> result.outcome() == Outcome.UNKNOWN)
          .extracting(Checked::check)
          .containsExactly(
              "database/tables-as-recorded",
              "database/sequences-are-ahead",
              "business/entries-balance");
      FixtureServer.drop("damaged");
    }
  }

  @Test
  void another_encoding_is_caught() throws Exception {
    FixtureServer.run(
        FixtureServer.connect("postgres"),
        "create database bytes template template0 encoding 'SQL_ASCII' locale 'C'");
    RestoredOdoo restored = new RestoredOdoo(FixtureServer.connect("bytes"), null, null);

    List<Checked> results =
        RestoreChecks.shipped(ShippedChecksTest.SETTINGS).run(restored, _ -> {});

    assertThat(results.getFirst().check()).isEqualTo("database/encoding-and-collation");
    assertThat(results.getFirst().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(results.getFirst().message()).contains("SQL_ASCII");
  }

  private static String text(DataSource database, String sql) throws SQLException {
    try (Session session = Session.open(database)) {
      return Objects.requireNonNull(session.text(sql));
    }
  }

  /** In the last row of the first page, which lies in front. */
  private static void flip(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[8_191 - 4] ^= 1;
    Files.write(file, bytes);
  }
}
