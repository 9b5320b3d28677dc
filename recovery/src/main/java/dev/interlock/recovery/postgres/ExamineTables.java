package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every page of every table and index of a restored database and tells what can't be: pages
 * whose checksum is wrong, rows that contradict themselves, indexes that are out of order.
 */
public final class ExamineTables {

  private static final int DAMAGED = 2;
  private static final int KEPT_BYTES = 64 << 10;

  private final PostgresTools tools;

  /** With pg_amcheck of these tools. */
  public ExamineTables(PostgresTools tools) {
    this.tools = tools;
  }

  /**
   * Examines. The extension that it needs is gone again afterwards, unless it was there before.
   *
   * @param database for a superuser
   * @param copied whether its indexes came as they were, and may lack rows; those of a dump were
   *     made from the rows just now
   * @param jobs tables at a time
   * @return what was found, as the tool says it, at most some hundred lines; empty when all is well
   * @throws Fault RESTORE_FAILED when it could not be examined, NO_TOOL, TOOL_TOO_OLD
   */
  public List<String> damage(PostgresAddress database, boolean copied, int jobs) {
    try (Connection connection = Sessions.connect(database)) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      boolean there = hasExtension(connection);
      try {
        return run(database, copied, major, jobs);
      } finally {
        if (!there) {
          Sessions.run(connection, "DROP EXTENSION IF EXISTS amcheck");
        }
      }
    } catch (SQLException | IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
  }

  private static boolean hasExtension(Connection connection) throws SQLException {
    String count =
        Sessions.text(connection, "SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'");
    return count.equals("1");
  }

  private List<String> run(PostgresAddress database, boolean copied, int major, int jobs)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(tools.require(Tool.PG_AMCHECK, major, "the server").path().toString());
    words.addAll(List.of("--install-missing", "--no-password", "--jobs=" + jobs));
    if (copied) {
      words.add("--heapallindexed");
    }
    Beginning told = new Beginning();
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PGDATABASE", database.connectionString());
    // The database may prefer one that has no letters for the names of its tables.
    environment.put("PGCLIENTENCODING", "UTF8");
    ToolRun.Ended ended = new ToolRun(new ToolCommand(words, environment)).run(told);
    if (ended.code() == DAMAGED) {
      return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
    if (!ended.well()) {
      throw failed(ended.words(), null);
    }
    return List.of();
  }

  private static Fault failed(String why, @Nullable Exception cause) {
    String message = "the restored tables can't be examined: " + why;
    return cause == null
        ? new Fault(RecoveryCode.RESTORE_FAILED.code(), message)
        : new Fault(RecoveryCode.RESTORE_FAILED.code(), message, cause);
  }

  /** Keeps the beginning: a database that is damaged everywhere says so millions of times. */
  private static final class Beginning extends ByteArrayOutputStream {

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, Math.min(length, KEPT_BYTES - Math.min(KEPT_BYTES, count)));
    }
  }
}
