package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.Shared;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

@Tag("slow")
class DumpAndRestoreTest {

  private static final int JOBS = 2;

  @TempDir static Path parent;
  @TempDir Path folder;

  private static PostgresTools tools;
  private static DrillCluster cluster;
  private static PostgresAddress source;

  @BeforeAll
  static void start() throws Exception {
    tools = Debian.tools();
    cluster = Debian.cluster(parent);
    source = cluster.newDatabase("all kinds 'and' \"more\"");
    Sql.allKinds(source);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void a_dump_in_one_stream_brings_every_row_back() throws Exception {
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted = dump(dump);

    PostgresAddress restored = restored(dump, "from_stream");

    assertThat(noted).hasSize(14);
    assertThat(digests(restored)).isEqualTo(noted);
  }

  @Test
  void a_dump_in_a_folder_brings_every_row_back() throws Exception {
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted;
    try (Snapshot snapshot = Snapshot.open(source)) {
      noted = TableDigests.of(snapshot, JOBS, PartProgress.NONE);
      new DumpDatabase(tools, snapshot).to(dump, JOBS);
    }

    assertThat(digests(restored(dump, "from_folder"))).isEqualTo(noted);
  }

  @Test
  void the_dump_is_of_the_moment_of_the_snapshot() throws Exception {
    PostgresAddress busy = cluster.newDatabase("busy");
    Sql.run(busy, "CREATE TABLE work AS SELECT generate_series(1, 10) AS n");
    Path dump = folder.resolve("dump");
    try (Snapshot snapshot = Snapshot.open(busy);
        OutputStream to = Files.newOutputStream(dump)) {
      Sql.run(busy, "INSERT INTO work VALUES (11)", "DELETE FROM work WHERE n < 5");
      new DumpDatabase(tools, snapshot).to(to);
    }

    PostgresAddress restored = restored(dump, "not_busy");
    assertThat(Sql.text(restored, "SELECT min(n) || ' ' || max(n) FROM work")).isEqualTo("1 10");
  }

  @Test
  void a_user_who_may_not_read_all_is_told_the_right_that_is_missing() throws Exception {
    PostgresAddress guarded = cluster.newDatabase("guarded");
    Sql.run(guarded, "CREATE SEQUENCE numbers", "CREATE ROLE clerk LOGIN PASSWORD 'clerk'");

    try (Snapshot snapshot = Snapshot.open(guarded.as("clerk", "clerk"))) {
      assertThatThrownBy(
              () -> new DumpDatabase(tools, snapshot).to(OutputStream.nullOutputStream()))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied for sequence numbers")
          .hasMessageContaining("GRANT pg_read_all_data TO clerk");
    }
  }

  @Test
  void another_version_of_the_server_gives_the_same_digests() throws Exception {
    try (Embedded other = Embedded.start()) {
      Sql.allKinds(other.address());

      assertThat(Sql.text(other.address(), "SHOW server_version")).startsWith("18");
      assertThat(digests(other.address())).isEqualTo(digests(source));
    }
  }

  @Test
  void a_dump_that_was_cut_fails_at_every_length() throws Exception {
    Path dump = folder.resolve("dump");
    dump(dump);
    long size = Files.size(dump);

    for (int percent : new int[] {0, 1, 30, 60, 90, 99}) {
      Path cut = Files.copy(dump, folder.resolve("cut" + percent));
      try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
        file.setLength(size * percent / 100);
      }
      assertThatThrownBy(() -> restored(cut, "cut" + percent))
          .as(percent + " %")
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC009"))
          .hasMessageContaining("pg_restore: error:");
    }
  }

  @Test
  void a_restore_stops_at_the_first_error_and_says_it() throws Exception {
    Path dump = folder.resolve("dump");
    dump(dump);
    PostgresAddress taken = cluster.newDatabase("taken");
    Sql.run(taken, "CREATE TABLE twice (other int)");

    assertThatThrownBy(() -> new RestoreDump(tools, Debian.MAJOR, folder).restore(dump, taken, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("relation \"twice\" already exists");
  }

  @Test
  void roles_that_a_dump_names_are_made_without_a_way_in() throws Exception {
    PostgresAddress odoo = cluster.newDatabase("with_roles");
    Sql.run(
        odoo,
        "CREATE ROLE seller LOGIN PASSWORD 'hunter2'",
        "CREATE ROLE \"the \"\"boss\"\", too\" SUPERUSER",
        "CREATE ROLE mapped",
        "CREATE EXTENSION postgres_fdw",
        "CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '192.0.2.1')",
        "ALTER SERVER other OWNER TO \"the \"\"boss\"\", too\"",
        "CREATE USER MAPPING FOR mapped SERVER other OPTIONS (password 'hunter3')",
        "CREATE USER MAPPING FOR PUBLIC SERVER other",
        "CREATE TABLE sold (who text)",
        "ALTER TABLE sold ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON sold AS RESTRICTIVE FOR SELECT TO seller, \"the \"\"boss\"\", too\""
            + " USING (who = current_user)",
        "CREATE POLICY everybody ON sold TO CURRENT_USER, PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE seller GRANT SELECT ON TABLES TO mapped",
        "GRANT SELECT ON sold TO mapped");
    Path dump = folder.resolve("dump");
    try (Snapshot snapshot = Snapshot.open(odoo);
        OutputStream to = Files.newOutputStream(dump)) {
      new DumpDatabase(tools, snapshot).to(to);
    }
    try (DrillCluster fresh = Debian.cluster(Debian.reachable(folder))) {
      PostgresAddress into = fresh.newDatabase("again");

      LeftOut leftOut = new RestoreDump(tools, Debian.MAJOR, folder).restore(dump, into, JOBS);

      assertThat(leftOut).isEqualTo(new LeftOut(2, 0, List.of()));
      assertThat(Sql.text(into, "SELECT count(*) FROM pg_user_mappings")).isEqualTo("0");
      assertThat(
              Sql.text(
                  into,
                  "SELECT string_agg(rolname, '; ' ORDER BY rolname) FROM pg_authid WHERE NOT"
                      + " rolcanlogin AND NOT rolsuper AND rolpassword IS NULL AND rolname !~ '^pg_'"))
          .isEqualTo("seller; the \"boss\", too");
      assertThat(Sql.text(into, "SELECT count(*) FROM pg_policies")).isEqualTo("2");
    }
  }

  @Test
  void a_full_disk_ends_the_dump() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Snapshot snapshot = Snapshot.open(source)) {
      assertThatThrownBy(() -> new DumpDatabase(tools, snapshot).to(full))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
          .hasMessageContaining("No space left on device");
    }
  }

  @Test
  void a_snapshot_that_is_gone_fails_the_dump_with_the_words_of_the_tool() {
    Snapshot snapshot = Snapshot.open(source);
    snapshot.close();

    assertThatThrownBy(() -> new DumpDatabase(tools, snapshot).to(OutputStream.nullOutputStream()))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"))
        .hasMessageContaining("pg_dump: error:");
  }

  @Test
  void a_wrong_password_never_shows() throws Exception {
    PostgresAddress wrong = source.as(source.user(), "hunter2");
    Path dump = folder.resolve("dump");
    dump(dump);

    assertThatThrownBy(() -> Snapshot.open(wrong))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining(String.valueOf(source.password()));
    assertThatThrownBy(() -> new RestoreDump(tools, Debian.MAJOR, folder).restore(dump, wrong, 1))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void odoo_comes_back_row_by_row() throws Exception {
    PostgresAddress odoo = cluster.newDatabase("odoo");
    new RestoreDump(tools, Debian.MAJOR, folder)
        .restore(Shared.require("odoo/odoo.dump"), odoo, JOBS);
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted;
    try (Snapshot snapshot = Snapshot.open(odoo);
        OutputStream to = Files.newOutputStream(dump)) {
      assertThat(snapshot.collectionHeld()).isTrue();
      assertThat(snapshot.extensions()).containsExactly("pg_trgm");
      noted = TableDigests.of(snapshot, JOBS, PartProgress.NONE);
      new DumpDatabase(tools, snapshot).to(to);
    }

    PostgresAddress again = restored(dump, "odoo_again");

    assertThat(noted).hasSize(571);
    assertThat(digests(again)).isEqualTo(noted);
  }

  @Test
  void a_restore_tells_how_far_it_is_until_all_is_there() throws Exception {
    PostgresAddress odoo = cluster.newDatabase("told");
    Path dump = Shared.require("odoo/odoo.dump");
    List<Long> told = new ArrayList<>();

    new RestoreDump(tools, Debian.MAJOR, folder)
        .telling(1, (done, all) -> told.add(done))
        .restore(dump, odoo, JOBS);

    assertThat(told).isSorted().endsWith(LoadedShare.WHOLE);
    long rows = digests(odoo).stream().mapToLong(Backup.Table::rows).sum();
    long built = DumpContents.of(tools.require(Tool.PG_RESTORE, 15, "").path(), dump).built();
    assertThat(share(odoo, rows, built)).isEqualTo(LoadedShare.WHOLE);
    assertThat(share(odoo, 2 * rows, built)).isEqualTo(750);
    assertThat(share(odoo, rows, 2 * built)).isEqualTo(750);
  }

  @Test
  void rows_that_are_being_loaded_count_and_so_does_each_index() throws Exception {
    PostgresAddress half = cluster.newDatabase("half");
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

  private List<Backup.Table> dump(Path file) throws Exception {
    try (Snapshot snapshot = Snapshot.open(source);
        OutputStream to = Files.newOutputStream(file)) {
      new DumpDatabase(tools, snapshot).to(to);
      return TableDigests.of(snapshot, JOBS, PartProgress.NONE);
    }
  }

  private static PostgresAddress restored(Path dump, String name) {
    PostgresAddress database = cluster.newDatabase(name);
    new RestoreDump(tools, Debian.MAJOR, parent).restore(dump, database, JOBS);
    return database;
  }

  private static List<Backup.Table> digests(PostgresAddress address) throws Exception {
    return TableDigests.of(address.dataSource(), JOBS, PartProgress.NONE);
  }
}
