package dev.interlock.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.usecases.InputRejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that comes along. */
@Tag("slow")
class EmbeddedDatabaseTest {

  @TempDir Path data;

  @Test
  void keeps_what_was_written_over_a_restart() throws Exception {
    try (DataFolder folder = DataFolder.open(data)) {
      try (Database database = Database.embedded(folder)) {
        run(database.owner(), "CREATE TABLE kept (id int)");
        run(database.owner(), "INSERT INTO kept VALUES (1)");
      }
      try (Database database = Database.embedded(folder)) {
        assertThat(ask(database.owner(), "SELECT count(*) FROM kept")).isEqualTo("1");
      }
    }
  }

  @Test
  void listens_where_no_outgoing_connection_can_be_in_its_way() throws Exception {
    try (DataFolder folder = DataFolder.open(data);
        Database database = Database.embedded(folder);
        Connection connection = database.owner().getConnection()) {
      String port = connection.getMetaData().getURL().replaceAll(".*:(\\d+)/.*", "$1");
      assertThat(Integer.parseInt(port)).isBetween(20_000, 32_000);
    }
  }

  @Test
  void keeps_what_was_written_when_the_server_was_killed_and_its_database_lives_on()
      throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(victim.inputReader().readLine()).isEqualTo("written");
    victim.destroyForcibly().waitFor();

    try (DataFolder folder = DataFolder.open(data);
        Database database = Database.embedded(folder)) {
      assertThat(ask(database.owner(), "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void writes_are_durable_and_the_runtime_role_owns_nothing() throws Exception {
    try (DataFolder folder = DataFolder.open(data);
        Database database = Database.embedded(folder)) {
      assertThat(ask(database.runtime(), "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database.runtime(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database.runtime(), "SHOW server_version")).startsWith("18.");
      assertThat(ask(database.runtime(), "SELECT current_user")).isEqualTo(Database.RUNTIME_ROLE);
      assertThatThrownBy(() -> run(database.runtime(), "CREATE TABLE own (id int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void nobody_comes_in_without_the_password() throws Exception {
    try (DataFolder folder = DataFolder.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      DatabaseAddress owner = database.owner();
      assertThatThrownBy(
              () -> DriverManager.getConnection(owner.url(), owner.user(), "a guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(owner.toString()).doesNotContain(owner.password());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("database.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused() {
    try (DataFolder first = DataFolder.open(data)) {
      assertThat(first.resolve("x")).isEqualTo(data.toAbsolutePath().resolve("x"));
      assertThatThrownBy(() -> DataFolder.open(data))
          .isInstanceOf(InputRejected.class)
          .hasMessageContaining("another server is running on this folder");
    }
  }

  static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
