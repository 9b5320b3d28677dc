package dev.interlock.recovery.postgres.drill;

import dev.interlock.evidence.Backup.Mark;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.physical.ControlFile;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server that is brought back from a copy of its data directory and its archived log, to a point
 * in time. It recovers without listening to anybody; then a user is made in it whose password
 * nobody else knows, and only this user is let in.
 */
public final class RestoredCluster {

  private static final String LOG = "wal";
  static final String FETCH = "cp ../" + LOG + "/%f %p";
  private static final String TABLESPACES = "tablespaces";
  private static final String ALWAYS_THERE = "postgres";
  private static final String WHOSE = "the server of the backup";

  /** Names of zones, even Z, are not known to the server this early. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** From here on they can run when somebody signs in. */
  private static final int EVENT_TRIGGERS_CAN_BE_OFF = 17;

  /** States of SQL: no connection, and a server that is shut down, crashed or not up. */
  private static final List<String> HAS_GONE = List.of("08", "57P");

  private final DrillFolder folder;
  private final PostgresTools tools;
  private final int major;

  /**
   * Nothing is restored yet.
   *
   * @param major version of the server that the copy was made of: no other can read it
   */
  public RestoredCluster(DrillFolder folder, PostgresTools tools, int major) {
    this.folder = folder;
    this.tools = tools;
    this.major = major;
  }

  /** Where the archived log must be put before it is recovered; made when asked. */
  public Path log() {
    try {
      return Files.createDirectories(folder.path().resolve(LOG));
    } catch (IOException e) {
      throw DrillFolder.failed("there is no place for the log", e);
    }
  }

  /** Where tablespaces may be put that another tool brings back; nothing is made. */
  public Path tablespaces() {
    return folder.path().resolve(TABLESPACES);
  }

  /**
   * Requires what can read the data.
   *
   * @throws Fault NO_TOOL where there is no PostgreSQL of its version
   */
  public void requireServer() {
    tools.requireSame(Tool.POSTGRES, major, WHOSE);
  }

  /**
   * Takes the data directory that another tool brought into the folder.
   *
   * @return number of the server's data
   * @throws Fault RESTORE_FAILED when it is no copy of a running server, or is cut
   */
  public String adopt() {
    try {
      if (!Files.exists(folder.data().resolve("backup_label"))) {
        throw new IOException("it has no backup_label, without which its log can't be followed");
      }
      Files.deleteIfExists(folder.data().resolve("standby.signal"));
      return ControlFile.in(folder.data()).name();
    } catch (IOException e) {
      throw failed("what came back is no copy of a server: " + e.getMessage(), e);
    }
  }

  /**
   * Unpacks the copy.
   *
   * @param base as BaseBackup made it
   * @param system number of the server's data
   * @throws Fault RESTORE_FAILED when it can't be unpacked, or is of another server; NO_TOOL where
   *     there is no PostgreSQL of its version
   */
  public void unpack(InputStream base, String system) {
    requireServer();
    try {
      new UnpackedCluster(folder.data()).unpack(base, system);
    } catch (IOException e) {
      throw failed("the copy can't be unpacked: " + e.getMessage(), e);
    }
  }

  /**
   * Recovers and starts it.
   *
   * @param target the moment to stop at; null for the end of the log
   * @param timeline the course of history to follow
   * @param progress is told how many files of the log were taken up, of those that lie there
   * @throws Fault RESTORE_FAILED with what PostgreSQL said, such as that the log ends before
   */
  public Recovered recover(@Nullable Instant target, long timeline, PartProgress progress) {
    // The one that is always there: to wait for another that is not would take for ever.
    PostgresAddress user = RestoredUser.random(ALWAYS_THERE);
    try {
      RestoredUser.writeFiles(folder, user);
      own();
      RecoveryWords words = RecoveryWords.in(folder);
      ToolRun.Ended ended = recovered(alone(user, target, timeline, words), words, progress);
      if (!ended.well()) {
        throw failed("the log can't be recovered:\n  " + ended.words(words.last()), null);
      }
      DrillCluster cluster = DrillCluster.start(folder, tools, major, settings(), user);
      removeMappings(cluster);
      return new Recovered(cluster, words.lastTransaction(), words.end());
    } catch (IOException e) {
      throw failed("the log can't be recovered: " + e.getMessage(), e);
    }
  }

  /**
   * Recovers it up to a mark in its log, where it stands still and can be read. It can be recovered
   * further afterwards.
   *
   * @param timeline the course of history that is followed later: the mark must be on it
   * @param database that the reader of the mark is let into
   * @throws Fault RESTORE_FAILED when it does not come to stand there, PLACE_FAILED when somebody
   *     ended it
   */
  public PausedCluster pauseAt(Mark mark, long timeline, String database) {
    try {
      RestoredUser.writeFiles(folder, mark.reader());
      own();
      RunningServer server =
          new RunningServer(
              folder,
              NewCluster.server(tools, major),
              PausedCluster.settings(settings(), mark, timeline));
      return PausedCluster.await(server, mark, database);
    } catch (IOException e) {
      throw failed("it can't be recovered up to " + mark.name() + ": " + e.getMessage(), e);
    }
  }

  private ToolRun.Ended recovered(List<String> command, RecoveryWords words, PartProgress progress)
      throws IOException {
    try (var _ = RecoveryWatch.start(words, log(), progress)) {
      return Commands.run(command, folder.path());
    }
  }

  /**
   * A server that was recovered, and runs.
   *
   * @param lastTransaction when the last transaction ended that it applied, as it said; null when
   *     it applied none
   * @param end the place in the log of the last change that it applied; null when it applied none
   */
  public record Recovered(
      DrillCluster cluster, @Nullable Instant lastTransaction, @Nullable String end) {

    /**
     * One of its databases.
     *
     * @throws Fault RESTORE_FAILED when it did not come back
     */
    public PostgresAddress database(String name) {
      PostgresAddress address = cluster.address().database(name);
      try (Connection _ = Sessions.connect(address)) {
        return address;
      } catch (SQLException | Fault e) {
        requireThere(e);
        throw failed("the server came back without a database " + name, e);
      }
    }
  }

  /** A server that has gone says nothing about what it was brought back from. */
  private static void requireThere(Exception refused) {
    Throwable cause = refused.getCause() instanceof SQLException it ? it : refused;
    String state = cause instanceof SQLException it ? it.getSQLState() : null;
    if (state != null && HAS_GONE.stream().anyMatch(state::startsWith)) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "the PostgreSQL of the drill ended before the drill did",
          refused);
    }
  }

  /** Where its users go in other servers, and with which passwords: each database has its own. */
  private static void removeMappings(DrillCluster cluster) {
    try (Connection connection = Sessions.connect(cluster.address())) {
      for (String database : databases(connection)) {
        try (Connection in = Sessions.connect(cluster.address().database(database))) {
          Sessions.run(in, "DELETE FROM pg_user_mapping");
        }
      }
    } catch (SQLException e) {
      requireThere(e);
      throw failed("its user mappings can't be removed: " + e.getMessage(), e);
    }
  }

  private static List<String> databases(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT datname FROM pg_database WHERE datallowconn")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void own() throws IOException {
    own(folder.data());
    own(log());
    if (Files.exists(tablespaces())) {
      own(tablespaces());
    }
  }

  private void own(Path path) throws IOException {
    if (!folder.user().user().isEmpty()) {
      Commands.run(List.of("chown", "-R", folder.user().user(), path.toString()));
    }
  }

  /** A server that serves nobody recovers, does what it is told on its input, and ends. */
  private List<String> alone(
      PostgresAddress user, @Nullable Instant target, long timeline, RecoveryWords said)
      throws IOException {
    ClusterSettings recovering =
        settings()
            .with("restore_command", FETCH)
            .with("recovery_target_timeline", Long.toString(timeline))
            .with("recovery_target_action", "promote");
    ClusterSettings all =
        target == null ? recovering : recovering.with("recovery_target_time", TIME.format(target));
    List<String> words = new ArrayList<>();
    words.addAll(List.of("/bin/sh", "-c", said.command()));
    words.add(RestoredUser.statements(folder, user).toString());
    words.add(tools.requireSame(Tool.POSTGRES, major, WHOSE).path().toString());
    words.addAll(List.of("--single", "-D", folder.data().toString()));
    words.addAll(all.arguments());
    words.add(ALWAYS_THERE);
    return folder.isolated(words);
  }

  private ClusterSettings settings() {
    ClusterSettings all =
        ClusterSettings.forRestore()
            .with("hot_standby", "off")
            .with("max_prepared_transactions", "100")
            .with("hba_file", folder.path().resolve(RestoredUser.WHO_GETS_IN).toString());
    return major >= EVENT_TRIGGERS_CAN_BE_OFF ? all.with("event_triggers", "off") : all;
  }

  private static Fault failed(String why, @Nullable Exception cause) {
    return cause == null
        ? new Fault(RecoveryCode.RESTORE_FAILED.code(), why)
        : new Fault(RecoveryCode.RESTORE_FAILED.code(), why, cause);
  }
}
