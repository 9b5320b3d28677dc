package dev.interlock.recovery.postgres.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TableDigestsTest {

  @RegisterExtension private final KindsDatabase database = new KindsDatabase();

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
    assertThat(database.digests(1)).extracting(Backup.Table::name).isSorted();
  }

  @Test
  void the_order_of_rows_and_the_number_of_connections_do_not_matter() throws Exception {
    List<Backup.Table> before = database.digests(1);

    database.run(
        "CREATE TABLE sorted AS SELECT * FROM every_type ORDER BY id DESC",
        "ALTER TABLE every_type DISABLE TRIGGER ALL",
        "DELETE FROM every_type",
        "INSERT INTO every_type OVERRIDING SYSTEM VALUE SELECT * FROM sorted"
            .replace("OVERRIDING SYSTEM VALUE SELECT *", columnsBut("doubled")),
        "DROP TABLE sorted");

    assertThat(database.digests(4)).isEqualTo(before);
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
    List<Backup.Table> before = database.digests(2);

    database.run(change);

    assertThat(changed(before, database.digests(2))).containsExactly("every_type");
  }

  @Test
  void tables_whose_names_look_the_same_are_told_apart() throws Exception {
    database.run(
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
    List<Backup.Table> before = database.digests(2);

    database.run(change);

    assertThat(changed(before, database.digests(2))).containsExactly("twice");
  }

  @Test
  void a_row_of_a_partition_changes_the_tables_above_it() throws Exception {
    List<Backup.Table> before = database.digests(2);

    database.run("UPDATE measured SET value = 0 WHERE day = '2026-02-01'");

    assertThat(changed(before, database.digests(2)))
        .containsExactly("measured", "measured_2026", "measured_2026_rest");
  }

  @Test
  void settings_of_the_database_do_not_matter() throws Exception {
    List<Backup.Table> before = database.digests(2);

    database.run(
        "ALTER DATABASE kinds SET datestyle = 'German, DMY'",
        "ALTER DATABASE kinds SET intervalstyle = 'sql_standard'",
        "ALTER DATABASE kinds SET timezone = 'Asia/Kathmandu'",
        "ALTER DATABASE kinds SET extra_float_digits = 0",
        "ALTER DATABASE kinds SET bytea_output = 'escape'",
        "ALTER DATABASE kinds SET search_path = '\"Other Schema\", public'",
        "ALTER DATABASE kinds SET quote_all_identifiers = on",
        "ALTER DATABASE kinds SET xmloption = 'document'");

    assertThat(database.digests(2)).isEqualTo(before);
  }

  @Test
  void only_the_moment_of_the_snapshot_is_read() throws Exception {
    List<Backup.Table> before = database.digests(2);

    try (Snapshot snapshot = Snapshot.open(database.address())) {
      database.run("DELETE FROM twice", "INSERT INTO empty_one VALUES (1, 'x')");
      List<Backup.Table> then = TableDigests.of(snapshot, 3, PartProgress.NONE);

      assertThat(then).isEqualTo(before);
    }
    assertThat(changed(before, database.digests(2))).containsExactly("empty_one", "twice");
  }

  @Test
  void what_may_not_be_read_is_named_and_nothing_is_skipped() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database.readerOfAllBut("twice"))) {
      assertThatThrownBy(() -> TableDigests.of(snapshot, 2, PartProgress.NONE))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("permission denied")
          .hasMessageNotContaining("hunter2");
    }
  }

  private String columnsBut(String generated) throws Exception {
    String columns =
        Sql.text(
            database.address(),
            "SELECT string_agg(quote_ident(attname), ',') FROM pg_attribute WHERE attrelid ="
                + " 'every_type'::regclass AND attnum > 0 AND attname <> '"
                + generated
                + "'");
    return "(" + columns + ") SELECT " + columns;
  }

  private Map<String, Long> rows() throws Exception {
    return database.digests(2).stream()
        .collect(Collectors.toMap(Backup.Table::name, Backup.Table::rows));
  }

  private static List<String> changed(List<Backup.Table> before, List<Backup.Table> after) {
    return after.stream().filter(t -> !before.contains(t)).map(Backup.Table::name).toList();
  }
}
