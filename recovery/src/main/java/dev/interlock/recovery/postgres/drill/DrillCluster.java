package dev.interlock.recovery.postgres.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An isolated PostgreSQL in the folder of a drill: reachable over a socket in that folder alone,
 * with a password that nobody else knows, and without a network where the machine allows that. Odoo
 * does not start as {@code postgres}, so its user has another name.
 */
public final class DrillCluster implements AutoCloseable {

  /** The only user of a new cluster. */
  public static final String USER = "interlock";

  private final DrillFolder folder;
  private final PostgresAddress address;
  private final Isolation isolation;

  private DrillCluster(DrillFolder folder, RunningServer.Up server) {
    this.folder = folder;
    this.address = server.address();
    this.isolation = server.isolation();
  }

  /**
   * Makes a new, empty one of a version that understands backups of this major version.
   *
   * @param checksums whether it keeps checksums of its pages
   * @throws Fault PLACE_FAILED with what PostgreSQL said, NO_TOOL, TOOL_TOO_OLD
   */
  public static DrillCluster create(
      DrillFolder folder, PostgresTools tools, int major, boolean checksums) {
    String password = NewCluster.initialise(folder, tools, major, checksums);
    PostgresAddress user = new PostgresAddress("", 0, "postgres", USER, password);
    return start(folder, tools, major, ClusterSettings.forDump(), user);
  }

  /**
   * Starts the one whose data is in the folder already, as after the restore of a base backup. It
   * returns when connections are accepted, which may be before a recovery has ended.
   *
   * @param user who gets in, and into which database; host and port are not looked at
   */
  public static DrillCluster start(
      DrillFolder folder,
      PostgresTools tools,
      int major,
      ClusterSettings settings,
      PostgresAddress user) {
    RunningServer server = new RunningServer(folder, NewCluster.server(tools, major), settings);
    try {
      return new DrillCluster(folder, server.start(user));
    } catch (IOException e) {
      throw DrillFolder.failed("the PostgreSQL of the drill does not start", e);
    }
  }

  /** A new, empty database, which its only user owns. */
  public PostgresAddress newDatabase(String name) {
    try (Connection connection = Sessions.connect(address)) {
      String quoted = '"' + name.replace("\"", "\"\"") + '"';
      Sessions.run(connection, "CREATE DATABASE " + quoted + " TEMPLATE template0 ENCODING 'UTF8'");
      return address.database(name);
    } catch (SQLException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "the database " + name + " of the drill can't be made: " + e.getMessage(),
          e);
    }
  }

  /** Its database for administration. */
  public PostgresAddress address() {
    return address;
  }

  /** How far it is kept from reaching anybody. */
  public Isolation isolation() {
    return isolation;
  }

  /** Where it lives; other things of the drill may be put beside it. */
  public Path folder() {
    return folder.path();
  }

  /** Ends it and removes its folder. */
  @Override
  public void close() {
    folder.close();
  }
}
