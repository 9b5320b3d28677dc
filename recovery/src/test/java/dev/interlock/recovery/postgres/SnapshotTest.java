package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SnapshotTest {

  /** What Odoo does before it removes files of attachments. */
  private static final String COLLECT = "LOCK TABLE ir_attachment IN SHARE MODE NOWAIT";

  private static Embedded server;
  private PostgresAddress database;

  @BeforeAll
  static void start() {
    server = Embedded.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void a_new_database() throws Exception {
    Sql.run(server.address(), "DROP DATABASE IF EXISTS acme", "CREATE DATABASE acme");
    database = server.address().database("acme");
    Sql.run(database, "CREATE TABLE ir_attachment (id serial, store_fname text)");
  }

  @Test
  void collection_is_held_off_and_writers_are_not() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database)) {
      assertThat(snapshot.collectionHeld()).isTrue();
      assertThatThrownBy(() -> Sql.run(database, "BEGIN", COLLECT))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("could not obtain lock");
      Sql.run(
          database,
          "SET lock_timeout = '5s'",
          "INSERT INTO ir_attachment (store_fname) VALUES ('ab/abc')",
          "UPDATE ir_attachment SET store_fname = 'cd/cde'",
          "DELETE FROM ir_attachment");
    }
    Awaiting.until(this::canCollect, "collection goes on when the snapshot is closed");
  }

  private boolean canCollect() {
    try {
      Sql.run(database, "BEGIN", COLLECT);
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  @Test
  void a_collection_that_is_under_way_is_waited_for_and_its_rows_are_gone() throws Exception {
    Sql.run(database, "INSERT INTO ir_attachment (store_fname) VALUES ('ab/abc')");
    CompletableFuture<String> seen;
    try (Connection collection = database.dataSource().getConnection()) {
      Sessions.run(collection, "BEGIN");
      Sessions.run(collection, COLLECT);
      seen = CompletableFuture.supplyAsync(this::rowsInSnapshot);
      Awaiting.until(
          () -> Sql.text(database, "SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1"),
          "the snapshot waits");
      Sessions.run(collection, "DELETE FROM ir_attachment");
      Sessions.run(collection, "COMMIT");
    }

    assertThat(seen.join()).isEqualTo("0 true");
  }

  private String rowsInSnapshot() {
    try (Snapshot snapshot = Snapshot.open(database);
        Connection joined = snapshot.join()) {
      return Sessions.text(joined, "SELECT count(*) FROM ir_attachment")
          + " "
          + snapshot.collectionHeld();
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void the_table_of_attachments_is_found_whatever_the_user_searches() throws Exception {
    Sql.run(database, "ALTER DATABASE acme SET search_path = pg_catalog");

    try (Snapshot snapshot = Snapshot.open(database)) {
      assertThat(snapshot.collectionWords()).contains("no file of an attachment is removed");
      assertThat(snapshot.collectionHeld()).isTrue();
    }
  }

  @Test
  void what_the_user_is_told_to_end_by_does_not_end_a_backup() throws Exception {
    Sql.run(
        database,
        "ALTER DATABASE acme SET statement_timeout = '30s'",
        "ALTER DATABASE acme SET idle_session_timeout = '30s'",
        "ALTER DATABASE acme SET idle_in_transaction_session_timeout = '30s'",
        "ALTER DATABASE acme SET transaction_timeout = '30s'");

    try (Snapshot snapshot = Snapshot.open(database);
        Connection joined = snapshot.join()) {
      String limits =
          "SELECT count(*) FROM pg_settings WHERE setting <> '0'"
              + " AND name ~ '^(statement|transaction|idle_session|idle_in_transaction_session)_timeout'";
      assertThat(Sessions.text(joined, limits)).isEqualTo("0");
    }
  }

  @Test
  void a_reader_that_waited_for_a_lock_is_gone_when_its_program_is() throws Exception {
    String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
    try (Connection changing = database.dataSource().getConnection();
        Snapshot snapshot = Snapshot.open(database)) {
      changing.setAutoCommit(false);
      Sessions.run(changing, "CREATE TABLE other (n int)");
      changing.commit();
      Sessions.run(changing, "LOCK TABLE other");
      Connection reader = snapshot.join();
      Thread waits = Thread.ofVirtual().start(() -> lockOther(reader));
      Awaiting.until(() -> Sql.text(database, waiting).equals("1"), "it waits");

      reader.abort(Runnable::run);

      Awaiting.until(() -> Sql.text(database, waiting).equals("0"), "nobody waits any more");
      waits.join();
    }
  }

  private static void lockOther(Connection reader) {
    try {
      Sessions.run(reader, "SET LOCAL lock_timeout = 0");
      Sessions.run(reader, "LOCK TABLE other IN ACCESS SHARE MODE");
    } catch (SQLException _) {
      // Its connection was cut.
    }
  }

  @Test
  void without_the_privilege_the_backup_goes_on_and_says_so() throws Exception {
    Sql.run(
        database,
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN",
        "GRANT SELECT ON ir_attachment TO reader");

    try (Snapshot snapshot = Snapshot.open(database.as("reader", null));
        Connection joined = snapshot.join()) {
      assertThat(snapshot.collectionHeld()).isFalse();
      assertThat(snapshot.collectionWords()).contains("permission denied");
      assertThat(Sessions.text(joined, "SELECT count(*) FROM ir_attachment")).isEqualTo("0");
    }
    Sql.run(database, "DROP OWNED BY reader", "DROP ROLE reader");
  }

  @Test
  void a_database_without_attachments_has_nothing_to_hold() throws Exception {
    Sql.run(database, "DROP TABLE ir_attachment");

    try (Snapshot snapshot = Snapshot.open(database)) {
      assertThat(snapshot.collectionHeld()).isFalse();
      assertThat(snapshot.collectionWords()).contains("no table ir_attachment");
    }
  }

  @Test
  void joined_connections_see_the_same_moment_and_cannot_write() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database);
        Connection joined = snapshot.join()) {
      Sql.run(database, "INSERT INTO ir_attachment (store_fname) VALUES ('ab/abc')");

      assertThat(Sessions.text(joined, "SELECT count(*) FROM ir_attachment")).isEqualTo("0");
      assertThatThrownBy(() -> Sessions.run(joined, "DELETE FROM ir_attachment"))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void the_point_lies_between_what_is_in_it_and_what_is_not() throws Exception {
    Sql.run(database, "CREATE TABLE written AS SELECT clock_timestamp() AS at");
    try (Snapshot snapshot = Snapshot.open(database)) {
      Sql.run(database, "INSERT INTO written VALUES (clock_timestamp())");

      assertThat(snapshot.begun()).isBeforeOrEqualTo(snapshot.point());
      String between =
          "SELECT min(at) < '%1$s' AND max(at) > '%1$s' FROM written".formatted(snapshot.point());
      assertThat(Sql.text(database, between)).isEqualTo("t");
      assertThat(snapshot.server().major()).isEqualTo(18);
      assertThat(snapshot.database()).isEqualTo("acme");
      assertThat(snapshot.extensions()).isEmpty();
    }
  }

  @Test
  void a_moment_that_was_lost_is_told() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database)) {
      snapshot.requireHeld();
      Sql.run(
          server.address(),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'acme'");

      assertThatThrownBy(snapshot::requireHeld)
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC008"));
      assertThatThrownBy(snapshot::join).isInstanceOf(Fault.class);
    }
  }

  @Test
  void who_is_not_let_in_is_told_without_the_password() {
    PostgresAddress wrong =
        new PostgresAddress("localhost", database.port(), "no_such", "nobody", "hunter2");

    assertThatThrownBy(() -> Snapshot.open(wrong))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC003"))
        .hasMessageContaining("no_such")
        .hasMessageNotContaining("hunter2");
  }
}
