package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.goldens.Shared;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DumpAndRestoreTest {

  @TempDir static Path parent;
  @TempDir Path folder;

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
  void a_dump_in_one_stream_brings_every_row_back() throws Exception {
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted = server.dump(dump);

    PostgresAddress restored = server.restored(dump, "from_stream");

    assertThat(noted).hasSize(14);
    assertThat(DumpServer.digests(restored)).isEqualTo(noted);
  }

  @Test
  void a_dump_in_a_folder_brings_every_row_back() throws Exception {
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted;
    try (Snapshot snapshot = Snapshot.open(server.source())) {
      noted = TableDigests.of(snapshot, DumpServer.JOBS, PartProgress.NONE);
      new DumpDatabase(server.tools(), snapshot).to(dump, DumpServer.JOBS);
    }

    assertThat(DumpServer.digests(server.restored(dump, "from_folder"))).isEqualTo(noted);
  }

  @Test
  void the_dump_is_of_the_moment_of_the_snapshot() throws Exception {
    PostgresAddress busy = server.newDatabase("busy");
    Sql.run(busy, "CREATE TABLE work AS SELECT generate_series(1, 10) AS n");
    Path dump = folder.resolve("dump");
    try (Snapshot snapshot = Snapshot.open(busy);
        OutputStream to = Files.newOutputStream(dump)) {
      Sql.run(busy, "INSERT INTO work VALUES (11)", "DELETE FROM work WHERE n < 5");
      new DumpDatabase(server.tools(), snapshot).to(to);
    }

    PostgresAddress restored = server.restored(dump, "not_busy");
    assertThat(Sql.text(restored, "SELECT min(n) || ' ' || max(n) FROM work")).isEqualTo("1 10");
  }

  @Test
  void another_version_of_the_server_gives_the_same_digests() throws Exception {
    try (Embedded other = Embedded.start()) {
      Sql.allKinds(other.address());

      assertThat(Sql.text(other.address(), "SHOW server_version")).startsWith("18");
      assertThat(DumpServer.digests(other.address()))
          .isEqualTo(DumpServer.digests(server.source()));
    }
  }

  @Test
  void roles_that_a_dump_names_are_made_without_a_way_in() throws Exception {
    PostgresAddress odoo = server.newDatabase("with_roles");
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
      new DumpDatabase(server.tools(), snapshot).to(to);
    }
    try (DrillCluster fresh = Debian.cluster(Debian.reachable(folder))) {
      PostgresAddress into = fresh.newDatabase("again");

      LeftOut leftOut = server.restoring().restore(dump, into, DumpServer.JOBS);

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
  void odoo_comes_back_row_by_row() throws Exception {
    PostgresAddress odoo = server.newDatabase("odoo");
    server.restoring().restore(Shared.require("odoo/odoo.dump"), odoo, DumpServer.JOBS);
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted;
    try (Snapshot snapshot = Snapshot.open(odoo);
        OutputStream to = Files.newOutputStream(dump)) {
      assertThat(snapshot.collectionHeld()).isTrue();
      assertThat(snapshot.extensions()).containsExactly("pg_trgm");
      noted = TableDigests.of(snapshot, DumpServer.JOBS, PartProgress.NONE);
      new DumpDatabase(server.tools(), snapshot).to(to);
    }

    PostgresAddress again = server.restored(dump, "odoo_again");

    assertThat(noted).hasSize(571);
    assertThat(DumpServer.digests(again)).isEqualTo(noted);
  }
}
