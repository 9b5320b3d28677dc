package dev.interlock.recovery.postgres.physical;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolQuiet;
import dev.interlock.recovery.postgres.process.ToolRun;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies the data directory of a running server with pg_basebackup, which gets it from the server
 * itself: it may be on another machine. The user needs the right to replicate, and the server must
 * archive its log.
 */
public final class StreamedBackup implements ServerCopy {

  private static final String WHOSE = "the server";

  private final PostgresTools tools;
  private final PostgresAddress address;
  private final Duration patience;

  /**
   * Copies nothing yet.
   *
   * @param address a database of it, for a user who may replicate
   * @param patience for how long nothing may come before it is given up
   */
  public StreamedBackup(PostgresTools tools, PostgresAddress address, Duration patience) {
    this.tools = tools;
    this.address = address;
    this.patience = patience;
  }

  @Override
  public Made to(OutputStream to) {
    try (Connection connection = Sessions.connect(address);
        ClusterCopy copy = new ClusterCopy(to)) {
      Sessions.beLeftAlone(connection);
      CopiedServer server = CopiedServer.of(connection);
      Instant begun = CopiedServer.now(connection);
      TarredCluster copied = copied(server, copy);
      server.requireOf(copied.control());
      NeededLog log = copied.log();
      return new Made(
          server.version(),
          server.system(),
          log.first(server.segment()),
          log.last(server.segment()),
          begun,
          CopiedServer.now(connection));
    } catch (SQLException | IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    }
  }

  private TarredCluster copied(CopiedServer server, ClusterCopy copy) throws IOException {
    ToolCommand command = command(server);
    try (InputStream tar = new WrittenStream(out -> write(command, out))) {
      return TarredCluster.into(copy, tar);
    }
  }

  /** Without the log, which is archived: the tool ends when all that it needs is. */
  private ToolCommand command(CopiedServer server) {
    PostgresTools.Found tool = tools.require(Tool.PG_BASEBACKUP, server.version().major(), WHOSE);
    return new ToolCommand(
        List.of(
            tool.path().toString(),
            "--no-password",
            "--pgdata=-",
            "--format=tar",
            "--wal-method=none",
            "--checkpoint=fast",
            "--label=interlock"),
        address.environment());
  }

  private void write(ToolCommand command, OutputStream out) {
    try {
      ToolRun.Ended ended = new ToolRun(command).givenUpAfter(patience).run(out);
      if (!ended.well()) {
        throw failed(StreamRefusal.explained(ended.words()), null);
      }
    } catch (ToolQuiet e) {
      throw failed(CopiedServer.notArchived(patience), e);
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
  }

  private Fault failed(String why, @Nullable Exception cause) {
    String message = "the copy of the server of " + address + " failed: " + why;
    return cause == null
        ? new Fault(RecoveryCode.BACKUP_FAILED.code(), message)
        : new Fault(RecoveryCode.BACKUP_FAILED.code(), message, cause);
  }
}
