package dev.interlock.recovery.postgres.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables are no longer as a snapshot shows them. */
@Tag("slow")
class ChangedTablesTest {

  @RegisterExtension private final KindsDatabase database = new KindsDatabase();

  @Test
  void tables_that_a_snapshot_no_longer_shows_as_they_were_are_named() throws Exception {
    try (Snapshot snapshot = Snapshot.open(database.address())) {
      database.run(
          "INSERT INTO twice SELECT * FROM twice",
          "CREATE TABLE fresh (n int)",
          "CREATE INDEX ON measured (day)",
          "ALTER TABLE parent ADD latest text DEFAULT 'x'",
          "ALTER TYPE mood ADD VALUE 'tired'",
          "ANALYZE");
      assertThat(TableDigests.changed(snapshot)).isEmpty();

      database.run(
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
    try (Snapshot snapshot = Snapshot.open(database.address())) {
      database.run(change);

      assertThat(TableDigests.changed(snapshot)).containsExactly(named);
    }
  }
}
