package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of Debian's PostgreSQL with its tools, in a folder that is removed again. */
final class DebianServer implements AutoCloseable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "odoo";

  private final Path binaries;
  private final Path folder;
  private final int port;

  private DebianServer(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one; the calling test is skipped by name where Debian's tools are absent. */
  static DebianServer start() throws Exception {
    DebianServer server =
        new DebianServer(
            binaries(), Files.createTempDirectory("interlock-debian"), FreePort.next());
    if (isRoot()) {
      run(List.of("chown", "postgres:postgres", server.folder.toString()));
    }
    server.tool(
        List.of("initdb", "-D", server.data(), "-U", USER, "-A", "trust", "-E", "UTF8"),
        List.of("--locale=C.UTF-8", "--data-checksums", "--no-sync"));
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            .formatted(server.port);
    server.tool(
        List.of("pg_ctl", "-D", server.data(), "-w", "-l", server.folder.resolve("log").toString()),
        List.of("-o", options, "start"));
    return server;
  }

  /** Restores a dump into a new database, and stops at the first error. */
  DataSource restore(Path dump, String name) throws Exception {
    FixtureServer.run(connect("postgres"), "create database " + name);
    List<String> to =
        List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-d", name);
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("pg_restore").toString());
    command.addAll(List.of("--no-owner", "--no-acl", "--exit-on-error"));
    command.addAll(to);
    command.add(dump.toString());
    run(command);
    return connect(name);
  }

  private DataSource connect(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setUser(USER);
    source.setDatabaseName(database);
    return source;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** The server and what starts it refuse to be root. */
  private void tool(List<String> command, List<String> rest)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      Collections.addAll(all, "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");
    }
    all.add(binaries.resolve(command.getFirst()).toString());
    all.addAll(command.subList(1, command.size()));
    all.addAll(rest);
    run(all);
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("interlock", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor()).as("%s: %s", command, Files.readString(output)).isZero();
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static Path binaries() throws IOException {
    if (Files.isDirectory(VERSIONS)) {
      try (Stream<Path> versions = Files.list(VERSIONS)) {
        Path newest =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("pg_restore")))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .max(Path::compareTo)
                .orElse(null);
        if (newest != null) {
          return newest;
        }
      }
    }
    Assumptions.abort("skipped: PostgreSQL of Debian absent (" + VERSIONS + ")");
    throw new AssertionError();
  }

  @Override
  public void close() throws IOException {
    try {
      tool(List.of("pg_ctl", "-D", data()), List.of("-m", "immediate", "stop"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }
}
