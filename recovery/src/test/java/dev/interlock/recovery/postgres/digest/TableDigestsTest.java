package dev.interlock.recovery.postgres.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Embedded;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TableDigestsTest {

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
    Sql.run(server.address(), "DROP DATABASE IF EXISTS kinds", "CREATE DATABASE kinds");
    database = server.address().database("kinds");
    Sql.allKinds(database);
  }

  @Test
  void every_table_is_counted_and_views_and_hash_partitions_are_not() throws Exception {
    assertThat(rows())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("every_type", 204L),
                Map.entry("empty_one", 0L),
                Map.entry("no_columns", 1L),
                Map.entry("Names; need \"quotes\"", 2L),
                Map.entry("Other Schema.empty_one", 10L),
                Map.entry("twice", 3L),
                Map.entry("dropped_column", 5L),
                Map.entry("parent", 1L),
                Map.entry("child", 1L),
                Map.entry("measured", 400L),
                Map.entry("measured_2025", 213L),
                Map.entry("measured_2026", 187L),
                Map.entry("measured_2026_rest", 187L),
                Map.entry("hashed", 30L)));
    assertThat(digests(1)).extracting(Backup.Table::name).isSorted();
  }

  @Test
  void tables_that_a_snapshot_no_longer_shows_as_they_were_are_named() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database)) {
      Sql.run(
          database,
          "INSERT INTO twice SELECT * FROM twice",
          "CREATE TABLE fresh (n int)",
          "CREATE INDEX ON measured (day)",
          "ALTER TABLE parent ADD latest text DEFAULT 'x'",
          "ALTER TYPE mood ADD VALUE 'tired'",
          "ANALYZE");
      assertThat(TableDigests.changed(snapshot)).isEmpty();

      Sql.run(
          database,
          "TRUNCATE twice",
          "ALTER TABLE empty_one RENAME TO was_empty",
          "CREATE TABLE empty_one (n int)",
          "DROP TABLE no_columns");

      assertThat(TableDigests.changed(snapshot))
          .containsExactly("public.empty_one", "public.no_columns", "public.twice");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue' | type public.mood",
        "ALTER TABLE twice RENAME word TO legacy; ALTER TABLE twice ADD word text | public.twice",
        "ALTER TABLE dropped_column DROP b | public.dropped_column",
        "ALTER TABLE measured DETACH PARTITION measured_2025 | public.measured_2025",
        "ALTER SCHEMA \"Other Schema\" RENAME TO other | Other Schema.empty_one",
        "ALTER TABLE hashed SET SCHEMA \"Other Schema\" | public.hashed"
      })
  void what_shows_in_every_snapshot_at_once_is_named(String change, String named) throws Exception {
    try (Snapshot snapshot = Snapshot.open(database)) {
      Sql.run(database, change);

      assertThat(TableDigests.changed(snapshot)).containsExactly(named);
    }
  }

  @Test
  void no_more_tables_are_locked_at_a_time_than_are_being_read() throws Exception {
    AtomicLong most = new AtomicLong();
    try (Snapshot snapshot = Snapshot.open(database)) {
      TableDigests.of(snapshot, 1, (_, _) -> most.accumulateAndGet(lockedTables(), Math::max));
    }

    assertThat(most).hasValue(0);
  }

  @Test
  void who_waits_is_told_how_much_of_all_is_read() throws Exception {
    List<Long> shares = new CopyOnWriteArrayList<>();

    TableDigests.of(database.dataSource(), 1, (done, all) -> shares.add(100 * done / all));

    assertThat(shares).isSorted().endsWith(100L).hasSizeGreaterThan(1);
  }

  /** Read by those who count, beside the catalogue. */
  private long lockedTables() {
    try {
      return Long.parseLong(
          Sql.text(
              database,
              "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                  + " WHERE l.pid <> pg_backend_pid() AND c.relkind = 'r' AND c.oid >= 16384"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tables_that_are_held_stay_as_they_are_and_people_write_on() throws Exception {
    List<Backup.Table> before = digests(2);
    try (Snapshot snapshot = Snapshot.open(database)) {
      try (HeldTables _ = HeldTables.of(snapshot)) {
        for (String change :
            List.of("TRUNCATE twice", "DROP TABLE no_columns", "ALTER TABLE parent ADD n int")) {
          assertThatThrownBy(() -> Sql.run(database, "SET lock_timeout = '50ms'", change))
              .hasMessageContaining("lock timeout");
        }
        Sql.run(database, "SET lock_timeout = '5s'", "DELETE FROM twice");
        assertThat(TableDigests.of(snapshot, 2, PartProgress.NONE)).isEqualTo(before);
      }
      Sql.run(database, "SET lock_timeout = '5s'", "TRUNCATE twice");
    }
  }

  @Test
  void who_changes_a_table_is_waited_for_as_pg_dump_does() throws Exception {
    try (Connection changing = database.dataSource().getConnection();
        Connection joined = database.dataSource().getConnection()) {
      changing.setAutoCommit(false);
      Sessions.run(changing, "LOCK TABLE twice");
      joined.setAutoCommit(false);
      Sessions.run(joined, "SET lock_timeout = '100ms'");
      CompletableFuture<Void> held = CompletableFuture.runAsync(() -> hold(joined));

      Sql.text(database, "SELECT pg_sleep(0.5)::text");
      assertThat(held).isNotDone();
      changing.commit();
      held.join();
    }
  }

  private static void hold(Connection joined) {
    try {
      HeldTables.on(joined).close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_order_of_rows_and_the_number_of_connections_do_not_matter() throws Exception {
    List<Backup.Table> before = digests(1);

    Sql.run(
        database,
        "CREATE TABLE sorted AS SELECT * FROM every_type ORDER BY id DESC",
        "ALTER TABLE every_type DISABLE TRIGGER ALL",
        "DELETE FROM every_type",
        "INSERT INTO every_type OVERRIDING SYSTEM VALUE SELECT * FROM sorted"
            .replace("OVERRIDING SYSTEM VALUE SELECT *", columnsBut("doubled")),
        "DROP TABLE sorted");

    assertThat(digests(4)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE every_type SET word = replace(word, '日', '曰') WHERE id = 77",
        "UPDATE every_type SET raw = set_byte(raw, 3, get_byte(raw, 3) # 1) WHERE id = 77",
        "UPDATE every_type SET \"double\" = \"double\" + 1e-15 WHERE id = 1",
        "UPDATE every_type SET exact = 1.10 WHERE id = 1",
        "UPDATE every_type SET word = NULL WHERE word = ''",
        "UPDATE every_type SET instant = instant + interval '1 microsecond' WHERE id = 5",
        "DELETE FROM every_type WHERE id = 200",
        "DELETE FROM every_type WHERE id = 1",
        "INSERT INTO every_type SELECT FROM generate_series(1, 1)",
        "UPDATE every_type SET small = 13 - small WHERE id IN (6, 7)"
      })
  void any_change_of_a_row_changes_its_table_and_no_other(String change) throws Exception {
    List<Backup.Table> before = digests(2);

    Sql.run(database, change);

    assertThat(changed(before, digests(2))).containsExactly("every_type");
  }

  @Test
  void tables_whose_names_look_the_same_are_told_apart() throws Exception {
    Sql.run(
        database,
        "CREATE TABLE \"Other Schema.empty_one\" AS SELECT 1 AS n",
        "CREATE TABLE \"dotted.name\" ()");

    assertThat(rows())
        .containsEntry("\"Other Schema\".\"empty_one\"", 10L)
        .containsEntry("\"public\".\"Other Schema.empty_one\"", 1L)
        .containsEntry("dotted.name", 0L)
        .doesNotContainKey("Other Schema.empty_one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO twice VALUES ('b')",
        "DELETE FROM twice WHERE ctid = (SELECT min(ctid) FROM twice WHERE word = 'a')",
        "UPDATE twice SET word = 'b' WHERE ctid = (SELECT min(ctid) FROM twice WHERE word = 'a')",
        "ALTER TABLE twice RENAME word TO name",
        "ALTER TABLE twice ADD more int"
      })
  void duplicates_and_columns_count(String change) throws Exception {
    List<Backup.Table> before = digests(2);

    Sql.run(database, change);

    assertThat(changed(before, digests(2))).containsExactly("twice");
  }

  @Test
  void a_row_of_a_partition_changes_the_tables_above_it() throws Exception {
    List<Backup.Table> before = digests(2);

    Sql.run(database, "UPDATE measured SET value = 0 WHERE day = '2026-02-01'");

    assertThat(changed(before, digests(2)))
        .containsExactly("measured", "measured_2026", "measured_2026_rest");
  }

  @Test
  void settings_of_the_database_do_not_matter() throws Exception {
    List<Backup.Table> before = digests(2);

    Sql.run(
        database,
        "ALTER DATABASE kinds SET datestyle = 'German, DMY'",
        "ALTER DATABASE kinds SET intervalstyle = 'sql_standard'",
        "ALTER DATABASE kinds SET timezone = 'Asia/Kathmandu'",
        "ALTER DATABASE kinds SET extra_float_digits = 0",
        "ALTER DATABASE kinds SET bytea_output = 'escape'",
        "ALTER DATABASE kinds SET search_path = '\"Other Schema\", public'",
        "ALTER DATABASE kinds SET quote_all_identifiers = on",
        "ALTER DATABASE kinds SET xmloption = 'document'");

    assertThat(digests(2)).isEqualTo(before);
  }

  @Test
  void a_table_in_many_pieces_is_the_same_as_in_one() throws Exception {
    Sql.run(
        database,
        "CREATE TABLE large AS SELECT n, repeat(md5(n::text), 20) AS t"
            + " FROM generate_series(1, 300000) AS n");
    try (Connection connection = database.dataSource().getConnection()) {
      Target large =
          Targets.of(connection).stream().filter(t -> t.name().equals("large")).findAny().get();

      assertThat(large.pieces(true)).hasSizeGreaterThan(2);
      assertThat(large.pieces(false)).hasSize(1);
      assertThat(sum(connection, large.pieces(true)))
          .isEqualTo(sum(connection, large.pieces(false)))
          .extracting(Sums::rows)
          .isEqualTo(300_000L);
    }
  }

  private static Sums sum(Connection connection, List<Piece> pieces) throws SQLException {
    Sums sum = Sums.ZERO;
    for (Piece piece : pieces) {
      sum = sum.plus(piece.read(connection));
    }
    return sum;
  }

  @Test
  void only_the_moment_of_the_snapshot_is_read() throws Exception {
    List<Backup.Table> before = digests(2);

    try (Snapshot snapshot = Snapshot.open(database)) {
      Sql.run(database, "DELETE FROM twice", "INSERT INTO empty_one VALUES (1, 'x')");
      List<Backup.Table> then = TableDigests.of(snapshot, 3, PartProgress.NONE);

      assertThat(then).isEqualTo(before);
    }
    assertThat(changed(before, digests(2))).containsExactly("empty_one", "twice");
  }

  @Test
  void what_may_not_be_read_is_named_and_nothing_is_skipped() throws Exception {
    Sql.run(
        database,
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN PASSWORD 'hunter2'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        "REVOKE SELECT ON twice FROM reader");
    PostgresAddress reader = database.as("reader", "hunter2");

    try (Snapshot snapshot = Snapshot.open(reader)) {
      assertThatThrownBy(() -> TableDigests.of(snapshot, 2, PartProgress.NONE))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied")
          .hasMessageNotContaining("hunter2");
      assertThatThrownBy(() -> HeldTables.of(snapshot))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied for table")
          .hasMessageContaining("GRANT pg_read_all_data TO reader");
    }
    Sql.run(database, "DROP OWNED BY reader", "DROP ROLE reader");
  }

  private String columnsBut(String generated) throws Exception {
    String columns =
        Sql.text(
            database,
            "SELECT string_agg(quote_ident(attname), ',') FROM pg_attribute WHERE attrelid ="
                + " 'every_type'::regclass AND attnum > 0 AND attname <> '"
                + generated
                + "'");
    return "(" + columns + ") SELECT " + columns;
  }

  private Map<String, Long> rows() throws Exception {
    return digests(2).stream().collect(Collectors.toMap(Backup.Table::name, Backup.Table::rows));
  }

  private List<Backup.Table> digests(int connections) throws Exception {
    return TableDigests.of(database.dataSource(), connections, PartProgress.NONE);
  }

  private static List<String> changed(List<Backup.Table> before, List<Backup.Table> after) {
    return after.stream().filter(t -> !before.contains(t)).map(Backup.Table::name).toList();
  }
}
