package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ExamineTablesTest {

  @TempDir static Path parent;

  private static DrillCluster cluster;
  private static ExamineTables examine;

  @BeforeAll
  static void start() {
    cluster = Debian.cluster(parent);
    examine = new ExamineTables(Debian.tools());
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void a_sound_database_has_no_damage_and_is_left_as_it_was() throws Exception {
    PostgresAddress database = cluster.newDatabase("sound \"one\"");
    Sql.allKinds(database);

    assertThat(examine.damage(database, true, 2)).isEmpty();
    assertThat(Sql.text(database, "SELECT string_agg(extname, ',') FROM pg_extension"))
        .isEqualTo("plpgsql");
  }

  @Test
  void a_database_that_prefers_latin_is_examined_whatever_its_tables_are_called() throws Exception {
    PostgresAddress database = cluster.newDatabase("prefers");
    Sql.run(
        database,
        "CREATE TABLE \"漢\" (\"Ω\" int PRIMARY KEY)",
        "ALTER DATABASE prefers SET client_encoding = 'LATIN1'");

    assertThat(examine.damage(database, true, 1)).isEmpty();
  }

  @Test
  void an_index_that_is_out_of_order_is_named() throws Exception {
    PostgresAddress database = cluster.newDatabase("disordered");
    Sql.run(
        database,
        order("$1 - $2"),
        "CREATE OPERATOR CLASS by_order FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=,"
            + " OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_order(int, int)",
        "CREATE TABLE numbers AS SELECT generate_series(1, 100) AS n",
        "CREATE INDEX numbers_by_order ON numbers (n by_order)",
        "CREATE EXTENSION amcheck",
        order("$2 - $1"));

    List<String> damage = examine.damage(database, true, 1);

    assertThat(damage).anyMatch(line -> line.contains("numbers_by_order"));
    assertThat(Sql.text(database, "SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'"))
        .isEqualTo("1");
  }

  @Test
  void an_index_that_lacks_rows_is_named() throws Exception {
    PostgresAddress database = cluster.newDatabase("lacking");
    String ready = "UPDATE pg_index SET indisready = %s WHERE indexrelid = 'numbers_n'::regclass";
    Sql.run(
        database,
        "CREATE TABLE numbers AS SELECT generate_series(1, 100) AS n",
        "CREATE INDEX numbers_n ON numbers (n)",
        ready.formatted("false"));
    Sql.run(database, "INSERT INTO numbers VALUES (1000)", ready.formatted("true"));

    assertThat(examine.damage(database, true, 1)).anyMatch(line -> line.contains("numbers_n"));
    assertThat(examine.damage(database, false, 1)).isEmpty();
  }

  private static String order(String difference) {
    return "CREATE OR REPLACE FUNCTION by_order(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS"
        + (" 'SELECT " + difference + "'");
  }

  @Test
  void what_cannot_be_examined_is_no_sound_database() throws Exception {
    PostgresAddress database = cluster.newDatabase("closed");
    Sql.run(database, "CREATE ROLE plain LOGIN PASSWORD 'hunter2'");

    assertThatThrownBy(() -> examine.damage(database.as("plain", "hunter2"), true, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("permission denied")
        .hasMessageNotContaining("hunter2");
  }
}
