package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * One moment of a database that stays visible while this is open: the dump, the digests and the
 * list of attachments all read this moment, on as many connections as they like.
 */
public final class Snapshot implements AutoCloseable {

  /**
   * The time at which the statement arrived is taken before the moment is fixed, so nothing that
   * was committed before it is missing.
   */
  private static final String EXPORT =
      "SELECT statement_timestamp(), pg_export_snapshot(), current_setting('server_version'),"
          + " current_database(), txid_current_snapshot()::text,"
          + " current_setting('server_encoding'), ";

  private final PostgresAddress address;
  private final Connection connection;
  private final Moment moment;
  private final CollectionHold hold;

  private record Moment(
      Instant begun,
      ServerRole role,
      Instant point,
      String id,
      PostgresVersion server,
      String database,
      String visible,
      String encoding,
      @Nullable String place) {}

  private Snapshot(
      PostgresAddress address, Connection connection, Moment moment, CollectionHold hold) {
    this.address = address;
    this.connection = connection;
    this.moment = moment;
    this.hold = hold;
  }

  /**
   * Fixes the moment, and holds off Odoo's garbage collection of attachments if that can be done.
   *
   * @throws Fault DATABASE_UNREACHABLE or BACKUP_FAILED
   */
  public static Snapshot open(PostgresAddress address) {
    return open(address, "NULL");
  }

  /**
   * The same, and sets a restore point in the server's log at that very moment: nothing lies
   * between the two but the time that the server needs to write it down.
   *
   * @param mark its name: letters, digits and dashes
   */
  public static Snapshot marked(PostgresAddress address, String mark) {
    if (!mark.matches("[A-Za-z0-9-]{1,63}")) {
      throw new IllegalArgumentException(mark + " is no name of a restore point");
    }
    return open(address, "pg_create_restore_point('" + mark + "')");
  }

  private static Snapshot open(PostgresAddress address, String besides) {
    PGSimpleDataSource source = address.driver();
    // One message for each statement: its arrival is then before anything it reads.
    source.setPreferQueryMode(PreferQueryMode.SIMPLE);
    Connection connection = Sessions.connect(source, address);
    try {
      return fix(address, connection, besides);
    } catch (SQLException e) {
      close(connection);
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(),
          "no moment of " + address + " can be fixed for the backup: " + e.getMessage(),
          e);
    }
  }

  private static Snapshot fix(PostgresAddress address, Connection connection, String besides)
      throws SQLException {
    beLeftAlone(connection);
    Instant begun = instant(connection, "SELECT clock_timestamp()");
    ServerRole role = ServerRole.of(connection);
    boolean attachments = CollectionHold.applies(connection);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    CollectionHold hold = attachments ? role.hold(connection) : CollectionHold.none();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(EXPORT + besides)) {
      row.next();
      PostgresVersion server = PostgresVersion.of(row.getString(3)).orElseThrow();
      Moment moment =
          new Moment(
              begun,
              role,
              role.point(instant(row)),
              row.getString(2),
              server,
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7));
      return new Snapshot(address, connection, moment, hold);
    }
  }

  /**
   * A transaction without a word must not be ended by the server; a lock is not waited for long.
   */
  private static void beLeftAlone(Connection connection) throws SQLException {
    Sessions.beLeftAlone(connection);
    Sessions.run(connection, "SET lock_timeout = '60s'");
  }

  private static Instant instant(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return instant(row);
    }
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject(1, OffsetDateTime.class).toInstant();
  }

  /** What other connections join it by. */
  public String id() {
    return moment.id();
  }

  /** The database it is of. */
  public PostgresAddress address() {
    return address;
  }

  /** The server's clock before anything was locked or read. */
  public Instant begun() {
    return moment.begun();
  }

  /**
   * The moment, by the server's clock: everything committed before is in it. Of a server that only
   * follows another one it is how far that had come, by the clock of the other.
   */
  public Instant point() {
    return moment.point();
  }

  /** Version of the server. */
  public PostgresVersion server() {
    return moment.server();
  }

  /** Name of the database. */
  public String database() {
    return moment.database();
  }

  /** The encoding that it keeps texts in, as PostgreSQL calls it. */
  public String encoding() {
    return moment.encoding();
  }

  /** Which transactions can be seen, as {@code txid_current_snapshot} tells it. */
  public String visible() {
    return moment.visible();
  }

  /** Where in the log the mark ends; null when none was set. */
  public @Nullable String place() {
    return moment.place();
  }

  /** Odoo removes no file of an attachment before this is closed. */
  public boolean collectionHeld() {
    return hold.held();
  }

  /** Why it does not, or that it does not, in words. */
  public String collectionWords() {
    return hold.why();
  }

  /** The extensions it uses, by name, without the language that every database has. */
  public List<String> extensions() {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT extname FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql'"
                    + " ORDER BY 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /** True when its server keeps checksums of its pages. */
  public boolean checksums() {
    try {
      return Sessions.text(connection, "SHOW data_checksums").equals("on");
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /**
   * A further connection that sees the same moment and can't write; whoever asks closes it.
   *
   * @throws Fault BACKUP_FAILED when the moment is no longer held
   */
  public Connection join() {
    Connection joined = Sessions.connect(address);
    try {
      beLeftAlone(joined);
      joined.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      joined.setReadOnly(true);
      joined.setAutoCommit(false);
      Sessions.run(joined, "SET TRANSACTION SNAPSHOT '" + moment.id() + "'");
      return joined;
    } catch (SQLException e) {
      close(joined);
      throw lost(e);
    }
  }

  /**
   * Asks whether the moment is still held: to be asked once more when everything has been read, as
   * a server that was restarted meanwhile has let Odoo collect.
   */
  public void requireHeld() {
    try {
      Sessions.run(connection, "SELECT 1");
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /**
   * What can be done about tables that can't be read: the user lacks a right (a dump reads
   * sequences too, and whoever grants the tables forgets them), or the server ends whoever keeps it
   * from following another one.
   *
   * @param refused what PostgreSQL said
   * @return a further line; empty when it spoke of something else
   */
  public String hint(String refused) {
    if (refused.contains("permission denied")) {
      return "\n  the user needs to read all tables and sequences: GRANT pg_read_all_data TO "
          + address.user();
    }
    if (refused.contains("LOCK TABLE") && refused.contains("timeout")) {
      return "\n  somebody waits to change one of these tables, and would wait for the backup:"
          + " try again when that is done";
    }
    return moment.role().hint();
  }

  private Fault lost(SQLException e) {
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        "the moment fixed in " + address + " is lost: " + e.getMessage() + hint(""),
        e);
  }

  /** Lets the moment go, and Odoo collect. */
  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // The server ends the transaction when the connection is gone.
    }
  }
}
