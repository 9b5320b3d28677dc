package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Restores a dump into an empty database, and stops at the first error. */
public final class RestoreDump {

  private final PostgresTools tools;
  private final int major;

  /**
   * Restores with a tool that understands the dump.
   *
   * @param major version of the server that the dump was made of
   */
  public RestoreDump(PostgresTools tools, int major) {
    this.tools = tools;
    this.major = major;
  }

  /**
   * Restores. Roles that the dump names are made when they are not there, without a way in.
   *
   * @param dump a file in custom format, or a folder in directory format
   * @param into an empty database; its user owns everything that is restored
   * @param jobs tables and indexes at a time
   * @throws Fault RESTORE_FAILED with what pg_restore said, NO_TOOL, TOOL_TOO_OLD
   */
  public void restore(Path dump, PostgresAddress into, int jobs) {
    DumpedRoles.of(program(), dump).make(into);
    try {
      ToolRun.Ended ended =
          new ToolRun(new ToolCommand(words(dump, into, jobs), into.environment()))
              .run(OutputStream.nullOutputStream(), new RestoreWords());
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

  private Path program() {
    return tools.require(Tool.PG_RESTORE, major, "the server the dump was made of").path();
  }

  private List<String> words(Path dump, PostgresAddress into, int jobs) {
    return List.of(
        program().toString(),
        "--no-owner",
        "--no-acl",
        "--exit-on-error",
        "--no-password",
        "--jobs=" + jobs,
        "--dbname=" + into.connectionString(),
        dump.toAbsolutePath().toString());
  }

  private static Fault failed(String why, @Nullable Exception cause) {
    String message = "the restore failed:\n  " + why;
    return cause == null
        ? new Fault(RecoveryCode.RESTORE_FAILED.code(), message)
        : new Fault(RecoveryCode.RESTORE_FAILED.code(), message, cause);
  }
}
