package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.process.LastLines;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Starts the server on the socket of its drill, and waits until it lets its user in. */
final class RunningServer {

  private static final long PAUSE_MILLIS = 30;

  /**
   * States of SQL: no connection yet, and a server that starts. Every other answer is one of a
   * server that is up: who is that, there is no such database, a library for its sessions is not
   * here.
   */
  private static final List<String> NOT_UP = List.of("08", "57P");

  private static final int REFUSALS = 300;

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final DrillFolder folder;
  private final Path program;
  private final ClusterSettings settings;

  RunningServer(DrillFolder folder, Path program, ClusterSettings settings) {
    this.folder = folder;
    this.program = program;
    this.settings = settings;
  }

  /** A server that lets its user in. */
  record Up(PostgresAddress address, Isolation isolation, Process process) {}

  Up start(PostgresAddress user) throws IOException {
    Path log = folder.log();
    Files.deleteIfExists(log);
    Files.createFile(log, OWNER_ONLY);
    List<String> words =
        new ArrayList<>(List.of(program.toString(), "-D", folder.data().toString()));
    words.addAll(settings.arguments());
    Process server =
        new ToolCommand(folder.isolated(words), Map.of(), folder.path())
            .builder()
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PostgresAddress address = address(user);
    awaitUp(server, address, log);
    return new Up(address, folder.network().of(server.pid()), server);
  }

  private PostgresAddress address(PostgresAddress user) {
    return new PostgresAddress(
        folder.socket().host(), DrillSocket.PORT, user.database(), user.user(), user.password());
  }

  /** For as long as it lives: a recovery takes what it takes. But it must know its user. */
  private static void awaitUp(Process server, PostgresAddress address, Path log)
      throws IOException {
    int refusals = 0;
    String answer = answer(address);
    while (!answer.isEmpty()) {
      refusals = NOT_UP.stream().anyMatch(answer::startsWith) ? 0 : refusals + 1;
      if (!server.isAlive() || refusals > REFUSALS) {
        endAtOnce(server);
        throw new IOException("it said:\n  " + String.join("\n  ", said(log)) + killed(server));
      }
      pause();
      answer = answer(address);
    }
  }

  /**
   * Tells it to end without tidying up: whoever recovers it again begins where it began, and takes
   * as long as if it had never run.
   */
  static void endAtOnce(Process server) throws IOException {
    Commands.run(List.of("/bin/sh", "-c", "kill -QUIT " + server.pid()));
  }

  /** Empty when it came to its end by itself. */
  private static String killed(Process server) throws IOException {
    try {
      boolean over = server.waitFor(1, TimeUnit.MINUTES);
      return over && server.exitValue() == ToolRun.CODE_OF_KILLED ? "\n  " + ToolRun.KILLED : "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the server ends");
    }
  }

  /** Empty when it lets its user in, else the state that it answers or would have answered. */
  private static String answer(PostgresAddress address) {
    try (Connection _ = address.dataSource().getConnection()) {
      return "";
    } catch (SQLException e) {
      return Objects.requireNonNullElse(e.getSQLState(), NOT_UP.getFirst());
    }
  }

  private static List<String> said(Path log) throws IOException {
    LastLines lines = new LastLines();
    try (InputStream from = Files.newInputStream(log)) {
      lines.read(from);
    }
    return lines.lines();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the server starts");
    }
  }
}
