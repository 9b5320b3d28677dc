package dev.interlock.ledger;

import dev.interlock.goldens.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that can be killed and started again on its data. It starts for root too: the
 * server then runs in a user namespace of its own (unshare -U), where it is nobody.
 */
final class PostgresServer implements AutoCloseable {

  /** Major version of the server. */
  static final String VERSION = System.getProperty("interlock.postgres.version", "18");

  /** A jar with the binaries of that version; null for those of the class path. */
  private static final @Nullable String OTHER_BINARIES =
      System.getProperty("interlock.postgres.binaries");

  private final Path data;
  private EmbeddedPostgres running;
  private final int port;

  private PostgresServer(Path data, EmbeddedPostgres running) {
    this.data = data;
    this.running = running;
    this.port = running.getPort();
  }

  /** Starts one in a new directory. */
  static PostgresServer start() {
    try {
      Path data = Files.createTempDirectory("interlock-postgres");
      return new PostgresServer(data, start(data, FreePort.next(), "on"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is acknowledged must be on disk, so fsync is on. Synchronous commit is off, as an
   * administrator in a hurry may set it: the ledger must not rely on it.
   */
  private static EmbeddedPostgres start(Path data, int port, String fsync) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    if (OTHER_BINARIES != null) {
      builder.setPgBinaryResolver((_, _) -> binaries(Path.of(OTHER_BINARIES)));
    }
    return builder
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", fsync)
        .setServerConfig("synchronous_commit", "off")
        // Its lock file would name the killed server, which nobody may have waited for.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "64MB")
        .setPGStartupWait(Duration.ofMinutes(2))
        .start();
  }

  private static InputStream binaries(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry packed =
          zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
      return new ByteArrayInputStream(zip.getInputStream(packed).readAllBytes());
    }
  }

  /** Connects to a database as a role. */
  DataSource connect(String role, String database) {
    return running.getDatabase(
        role, database, Map.of("connectTimeout", "5", "socketTimeout", "60"));
  }

  /** Sends SIGKILL to the server and all its processes, and waits until they are gone. */
  void kill() throws Exception {
    Path pidFile = data.resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      while (isRunning(process)) {
        Thread.sleep(10);
      }
    }
    Files.delete(pidFile);
    running.close();
  }

  /** A process that ended but that nobody has waited for is not running. */
  private static boolean isRunning(ProcessHandle process) throws IOException {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    return process.isAlive() && !(Files.exists(stat) && Files.readString(stat).contains(") Z "));
  }

  /** Starts the killed server again: on the same data, at the same port. */
  void restart() throws IOException {
    restart("on");
  }

  void restart(String fsync) throws IOException {
    running = start(data, port, fsync);
  }

  @Override
  public void close() {
    try {
      running.close();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
