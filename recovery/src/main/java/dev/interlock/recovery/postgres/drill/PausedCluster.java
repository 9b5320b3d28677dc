package dev.interlock.recovery.postgres.drill;

import dev.interlock.evidence.Backup.Mark;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A copied server that has recovered up to a mark in its log and stands still there. It can be read
 * and not written to; when it is closed it can be recovered anew, and further.
 */
public final class PausedCluster implements AutoCloseable {

  /** So many end a recovery at once, as PostgreSQL documents it: any above 125. */
  private static final int ENOUGH = 200;

  private static final long PAUSE_MILLIS = 30;
  private static final long MINUTES_TO_END = 5;

  /** They must be what they were in production, or it lets nobody in before it has recovered. */
  public static final List<String> AT_LEAST =
      List.of(
          "max_connections",
          "max_worker_processes",
          "max_wal_senders",
          "max_prepared_transactions",
          "max_locks_per_transaction");

  /** Production's own for its user are not for this: a serializable transaction can't be read. */
  private static final String SETTINGS =
      "-c default_transaction_isolation=repeatable\\ read -c statement_timeout=0 -c lock_timeout=0"
          + " -c idle_in_transaction_session_timeout=0";

  private final RunningServer.Up server;

  private PausedCluster(RunningServer.Up server) {
    this.server = server;
  }

  /**
   * Settings with which it comes to stand. A server that can't let anybody in at its target does
   * not stand still there but ends its recovery, after which it could go no further: some open
   * transaction has too many savepoints. Before that it looks for the history of the next timeline,
   * and a command that ends like this makes it stop.
   */
  static ClusterSettings settings(ClusterSettings restored, Mark mark, long timeline) {
    String next = String.format(Locale.ROOT, "%08X.history", timeline + 1);
    ClusterSettings all =
        restored
            .with("hot_standby", "on")
            // No way is laid down from which a later recovery could begin.
            .with("checkpoint_timeout", "1d")
            .with("max_wal_size", "1TB")
            .with("restore_command", fetchBut(next))
            .with("recovery_target_timeline", Long.toString(timeline))
            .with("recovery_target_name", mark.name())
            .with("recovery_target_action", "pause");
    for (String name : AT_LEAST) {
      Long there = mark.settings().get(name);
      if (there != null && there > asked(all.values(), name)) {
        all = all.with(name, Long.toString(there));
      }
    }
    return all;
  }

  private static String fetchBut(String file) {
    return "case %f in " + file + ") exit " + ENOUGH + ";; *) " + RestoredCluster.FETCH + ";; esac";
  }

  private static long asked(Map<String, String> values, String name) {
    return Long.parseLong(values.getOrDefault(name, "0"));
  }

  /** Starts it, and waits until it stands. */
  static PausedCluster await(RunningServer starting, Mark mark, String database)
      throws IOException {
    PausedCluster cluster = new PausedCluster(up(starting, mark, database));
    try {
      cluster.awaitStanding(mark);
      return cluster;
    } catch (IOException | Fault e) {
      cluster.close();
      throw e;
    }
  }

  private static RunningServer.Up up(RunningServer starting, Mark mark, String database)
      throws IOException {
    try {
      return starting.start(new PostgresAddress("", 0, database, mark.reader(), null));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("exit code " + ENOUGH)) {
        throw new IOException(
            "it lets nobody in there, as a transaction with more than 64 savepoints was open", e);
      }
      throw e;
    }
  }

  private void awaitStanding(Mark mark) throws IOException {
    try (Connection connection = database().getConnection()) {
      while (Sessions.text(connection, "SELECT pg_is_wal_replay_paused()").equals("f")) {
        pause();
      }
      String place = Sessions.text(connection, "SELECT pg_last_wal_replay_lsn()");
      if (!place.equals(mark.place())) {
        throw new IOException("it stands at " + place + " instead of " + mark.place());
      }
    } catch (SQLException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The database that its reader is let into. */
  public DataSource database() {
    return server.address().dataSource(SETTINGS);
  }

  /**
   * Ends it at once, without tidying up: whoever recovers it further begins anew, and takes as long
   * as if nobody had looked.
   *
   * @throws Fault PLACE_FAILED when it does not end, or somebody has ended it before
   */
  @Override
  public void close() {
    Process process = server.process();
    try {
      RunningServer.endAtOnce(process);
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        throw failed("it does not end");
      }
    } catch (IOException e) {
      throw failed("it can't be ended: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failed("interrupted while it ends");
    }
    if (process.exitValue() == ToolRun.CODE_OF_KILLED) {
      throw failed("somebody ended it");
    }
  }

  private static Fault failed(String why) {
    return new Fault(
        RecoveryCode.PLACE_FAILED.code(),
        "the PostgreSQL of the drill that stands at a mark of its log: " + why);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the server recovers");
    }
  }
}
