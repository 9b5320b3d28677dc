package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.digest.TableDigests;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoding that a user or a database prefers changes nothing in a dump. */
@Tag("slow")
class DumpEncodingTest {

  private static final String READER =
      "LOGIN PASSWORD 'reads' IN ROLE pg_read_all_data; ALTER ROLE %1$s SET client_encoding = %2$s";

  @TempDir private static Path parent;
  @TempDir private Path folder;

  private static DumpServer server;

  @BeforeAll
  static void start() throws Exception {
    server = DumpServer.in(parent);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_user_who_prefers_latin_saves_what_has_no_latin_letters() throws Exception {
    PostgresAddress wide = server.newDatabase("wide");
    Sql.run(
        wide,
        "CREATE TABLE \"Größe 漢\" AS SELECT 'Ж 漢 €'::text AS \"Ω\"",
        "COMMENT ON TABLE \"Größe 漢\" IS 'цех'");

    assertComesBack(wide, reader(wide, "latin", "'LATIN1'"), "wide_again");
  }

  @Test
  void a_database_that_prefers_latin_is_saved_too() throws Exception {
    PostgresAddress wide = server.newDatabase("prefers");
    Sql.run(
        wide,
        "CREATE TABLE names AS SELECT 'Ж 漢 €'::text AS name",
        "ALTER DATABASE prefers SET client_encoding = 'LATIN1'");

    assertComesBack(wide, wide, "prefers_again");
  }

  @Test
  void a_database_in_latin_comes_back_whatever_its_reader_prefers() throws Exception {
    Sql.run(
        server.source(),
        "CREATE DATABASE narrow TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
    PostgresAddress narrow = server.source().database("narrow");
    Sql.run(narrow, "CREATE TABLE names AS SELECT 'Größe'::text AS name");

    assertComesBack(narrow, reader(narrow, "wide_reader", "'UTF8'"), "narrow_again");
  }

  private static PostgresAddress reader(PostgresAddress of, String name, String encoding)
      throws Exception {
    Sql.run(of, ("CREATE ROLE %1$s " + READER).formatted(name, encoding));
    return of.as(name, "reads");
  }

  private void assertComesBack(PostgresAddress owner, PostgresAddress reader, String again)
      throws Exception {
    Path dump = folder.resolve("dump");
    List<Backup.Table> noted;
    try (Snapshot snapshot = Snapshot.open(reader);
        OutputStream to = Files.newOutputStream(dump)) {
      noted = TableDigests.of(snapshot, DumpServer.JOBS, PartProgress.NONE);
      new DumpDatabase(server.tools(), snapshot).to(to);
    }

    PostgresAddress restored = server.restored(dump, again);

    assertThat(noted).isNotEmpty().isEqualTo(DumpServer.digests(owner));
    assertThat(DumpServer.digests(restored)).isEqualTo(noted);
  }
}
