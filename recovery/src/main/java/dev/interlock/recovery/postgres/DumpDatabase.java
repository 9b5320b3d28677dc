package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dumps a database as it was at the moment of a snapshot. */
public final class DumpDatabase {

  /**
   * Its tables are held already. Who begins to wait for one in between would be waited for, and
   * waits for the backup: that would never end.
   */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final PostgresTools tools;
  private final Snapshot snapshot;
  private final Duration longestWait;

  /** The snapshot must stay open until the dump is done. */
  public DumpDatabase(PostgresTools tools, Snapshot snapshot) {
    this(tools, snapshot, LONGEST_WAIT);
  }

  /** The same, waiting for each lock for another time at most. */
  DumpDatabase(PostgresTools tools, Snapshot snapshot, Duration longestWait) {
    this.tools = tools;
    this.snapshot = snapshot;
    this.longestWait = longestWait;
  }

  /**
   * In custom format, as one stream.
   *
   * @param to takes the dump; is left open
   * @throws Fault BACKUP_FAILED with what pg_dump said, NO_TOOL, TOOL_TOO_OLD
   */
  public void to(OutputStream to) {
    run(List.of("--format=custom"), to);
  }

  /**
   * In directory format, several tables at a time.
   *
   * @param folder does not exist yet, or is empty
   * @throws Fault as above
   */
  public void to(Path folder, int jobs) {
    run(
        List.of("--format=directory", "--jobs=" + jobs, "--file=" + folder.toAbsolutePath()),
        OutputStream.nullOutputStream());
  }

  /** Version of the pg_dump that is used. */
  public PostgresVersion version() {
    return tool().version();
  }

  private PostgresTools.Found tool() {
    return tools.require(Tool.PG_DUMP, snapshot.server().major(), "the server");
  }

  private void run(List<String> how, OutputStream to) {
    List<String> words = new ArrayList<>(List.of(tool().path().toString(), "--no-password"));
    words.add("--snapshot=" + snapshot.id());
    words.add("--lock-wait-timeout=" + longestWait.toMillis() + "ms");
    // Without it, texts come as the user or the database prefers, which may not have their letters.
    words.add("--encoding=" + snapshot.encoding());
    words.addAll(how);
    try {
      ToolRun.Ended ended =
          new ToolRun(new ToolCommand(words, snapshot.address().environment())).run(to);
      if (!ended.well()) {
        throw failed(ended.words(), null);
      }
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
  }

  private Fault failed(String why, @Nullable Exception cause) {
    String message =
        "the dump of " + snapshot.address() + " failed:\n  " + why + snapshot.hint(why);
    return cause == null
        ? new Fault(RecoveryCode.BACKUP_FAILED.code(), message)
        : new Fault(RecoveryCode.BACKUP_FAILED.code(), message, cause);
  }
}
