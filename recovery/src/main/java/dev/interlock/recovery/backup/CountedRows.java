package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Backup.Table;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.PausedCluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of all tables of a server that was copied, at a point that its log has a mark of:
 * whoever recovers can stop there and compare. A copy is a backup without that too, so whatever
 * keeps it from being done is told, and is no failure.
 */
public final class CountedRows {

  private static final Duration LONGEST_ARCHIVING = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 50;
  private static final int FILE_NAME = 24;
  private static final int LONGEST_NAME = 40;

  private static final String MAY =
      "SELECT has_function_privilege('pg_create_restore_point(text)', 'EXECUTE')"
          + " AND has_function_privilege('pg_switch_wal()', 'EXECUTE')";

  /** A server that can be looked at while it recovers needs at least as much of them. */
  private static final String SETTINGS =
      "SELECT name, setting::bigint FROM pg_settings WHERE name IN ('"
          + String.join("', '", PausedCluster.AT_LEAST)
          + "')";

  private final PostgresAddress address;
  private final int jobs;
  private final RecoveryProgress progress;

  /**
   * Counts nothing yet.
   *
   * @param jobs so many tables are read at the same time
   */
  public CountedRows(PostgresAddress address, int jobs, RecoveryProgress progress) {
    this.address = address;
    this.jobs = jobs;
    this.progress = progress;
  }

  /**
   * What was counted.
   *
   * @param mark where; null when nothing was counted
   * @param file of the log that the mark lies in; empty without one
   * @param missing why nothing was counted, in words; empty when it was
   */
  public record Counted(List<Table> tables, @Nullable Mark mark, String file, String missing) {

    public Counted {
      tables = List.copyOf(tables);
    }

    /** Nothing was. */
    public static Counted none(String why) {
      return new Counted(List.of(), null, "", why);
    }
  }

  /**
   * Counts, and waits until the log is archived up to there.
   *
   * @param backup name of the backup; the mark is called like it
   */
  public Counted count(String backup) {
    progress.begins("tables");
    try (Connection server = Sessions.connect(address)) {
      Sessions.beLeftAlone(server);
      if (!Sessions.text(server, MAY).equals("t")) {
        return Counted.none(
            address.user()
                + " may set no mark in the log: in "
                + address.database()
                + ", GRANT EXECUTE ON FUNCTION pg_create_restore_point(text), pg_switch_wal() TO "
                + address.user());
      }
      String prefix = "interlock-" + backup.replaceAll("[^A-Za-z0-9-]", "-");
      String name = prefix.substring(0, Math.min(prefix.length(), LONGEST_NAME));
      return counted(server, new QuietMoment(address, server).find(name));
    } catch (SQLException | Fault e) {
      return Counted.none(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private Counted counted(Connection server, QuietMoment.Found found) throws SQLException {
    try (Snapshot held = found.held()) {
      String place = String.valueOf(held.place());
      String file = Sessions.text(server, "SELECT pg_walfile_name('" + place + "')");
      Sessions.run(server, "SELECT pg_switch_wal()");
      List<Table> tables = TableDigests.of(held, jobs, progress::at);
      String changed = TableDigests.changedWords(held);
      if (!changed.isEmpty()) {
        return Counted.none(changed);
      }
      held.requireHeld();
      if (!isArchived(server, file)) {
        return Counted.none(file + " was not archived within " + LONGEST_ARCHIVING);
      }
      String reader = Sessions.text(server, "SELECT session_user::text");
      Mark mark =
          new Mark(found.name(), place, held.point(), held.visible(), reader, settings(server));
      return new Counted(tables, mark, file, "");
    }
  }

  private static Map<String, Long> settings(Connection server) throws SQLException {
    Map<String, Long> settings = new TreeMap<>();
    try (Statement statement = server.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getLong(2));
      }
    }
    return settings;
  }

  /** Files are archived in their order. */
  private static boolean isArchived(Connection server, String file) throws SQLException {
    long begun = System.nanoTime();
    while (newest(server).compareTo(file) < 0) {
      if (System.nanoTime() - begun > LONGEST_ARCHIVING.toNanos()) {
        return false;
      }
      QuietMoment.pause(PAUSE_MILLIS);
    }
    return true;
  }

  /** Its name is longer for files that a backup leaves in the archive. */
  private static String newest(Connection server) throws SQLException {
    String sql = "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver";
    String name = Sessions.text(server, sql);
    return name.substring(0, Math.min(name.length(), FILE_NAME));
  }
}
