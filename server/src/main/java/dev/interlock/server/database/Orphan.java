package dev.interlock.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its server, as after a {@code kill -9}. Only the holder of the data
 * folder's lock may look: then whoever started it is gone.
 */
record Orphan(ProcessHandle process) {

  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
  private static final int SECONDS = 30;

  /** The PostgreSQL that runs on this data, if one does. */
  static Optional<Orphan> in(Path data) throws IOException {
    try {
      String number =
          Files.readString(data.resolve("postmaster.pid")).lines().findFirst().orElse("");
      return ProcessHandle.of(Long.parseLong(number.strip()))
          .filter(ProcessHandle::isAlive)
          .filter(process -> serves(process, data))
          .map(Orphan::new);
    } catch (NoSuchFileException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The number may belong to another process by now: its command line must name the data. */
  private static boolean serves(ProcessHandle process, Path data) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return List.of(arguments).contains(data.toString())
        || List.of(arguments).contains(data.toFile().getAbsolutePath());
  }

  /** Stops it at once but cleanly, and waits until it is gone. */
  void stop() {
    LOG.warn("a PostgreSQL outlived the last server; stopping it");
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      LOG.error("the old PostgreSQL, process {}, does not stop", process.pid(), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
