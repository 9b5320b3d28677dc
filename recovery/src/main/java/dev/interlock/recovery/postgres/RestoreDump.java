package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restores a dump into an empty database, and stops at the first error. What leads out of a copy is
 * left out: nobody should be reached by a restore, and no password of another server be in it.
 */
public final class RestoreDump {

  private final PostgresTools tools;
  private final int major;
  private final Path place;
  private final long rows;
  private final PartProgress progress;

  /**
   * Restores with a tool that understands the dump.
   *
   * @param major version of the server that the dump was made of
   * @param place a folder for what is needed meanwhile; whoever removes it loses nothing
   */
  public RestoreDump(PostgresTools tools, int major, Path place) {
    this(tools, major, place, 0, PartProgress.NONE);
  }

  private RestoreDump(
      PostgresTools tools, int major, Path place, long rows, PartProgress progress) {
    this.tools = tools;
    this.major = major;
    this.place = place;
    this.rows = rows;
    this.progress = progress;
  }

  /**
   * The same, which tells how far it is.
   *
   * @param all how many rows the dump has
   */
  public RestoreDump telling(long all, PartProgress told) {
    return new RestoreDump(tools, major, place, all, told);
  }

  /**
   * Restores. Roles that the dump names are made when they are not there, without a way in.
   *
   * @param dump a file in custom format, or a folder in directory format
   * @param into an empty database; its user owns everything that is restored
   * @param jobs tables and indexes at a time
   * @return what was left out
   * @throws Fault RESTORE_FAILED with what pg_restore said, NO_TOOL, TOOL_TOO_OLD
   */
  public LeftOut restore(Path dump, PostgresAddress into, int jobs) {
    DumpedRoles.of(program(), dump).make(into);
    try {
      DumpContents contents = DumpContents.of(program(), dump);
      LeftOut leftOut = contents.leftOut();
      try (Looking _ = looking(contents, into)) {
        if (leftOut.isEmpty()) {
          run(words(dump, into, jobs), into);
        } else {
          runOnly(contents, dump, into, jobs);
        }
      }
      progress.at(LoadedShare.WHOLE, LoadedShare.WHOLE);
      return leftOut;
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
  }

  private Looking looking(DumpContents contents, PostgresAddress into) {
    LoadedShare share = new LoadedShare(rows, contents.built());
    return Looking.at(() -> {
      try (Connection connection = Sessions.connect(into)) {
        progress.at(share.in(connection), LoadedShare.WHOLE);
      }
    });
  }

  /** The dump may lie where nobody may write. */
  private void runOnly(DumpContents contents, Path dump, PostgresAddress into, int jobs)
      throws IOException, InterruptedException {
    Path list = place.resolve(dump.getFileName() + ".contents");
    try {
      Files.write(list, contents.kept());
      List<String> words = new ArrayList<>(words(dump, into, jobs));
      words.add(1, "--use-list=" + list.toAbsolutePath());
      run(words, into);
    } finally {
      Files.deleteIfExists(list);
    }
  }

  private static void run(List<String> words, PostgresAddress into)
      throws IOException, InterruptedException {
    ToolRun.Ended ended =
        new ToolRun(new ToolCommand(words, into.environment()))
            .run(OutputStream.nullOutputStream(), new RestoreWords());
    if (!ended.well()) {
      throw failed(ended.words(), null);
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
