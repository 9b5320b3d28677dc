package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server of Debian's PostgreSQL whose backups the real pgBackRest keeps, encrypted. */
final class KeptByPgBackRest implements AutoCloseable {

  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

  private final Path folder;

  private KeptByPgBackRest(Path folder) {
    this.folder = folder;
  }

  /** Starts one; the calling test is skipped by name where a tool is absent. */
  static KeptByPgBackRest start(Path parent, String secret) throws IOException {
    assumeTrue(
        Files.isExecutable(BINARIES.resolve("initdb")), "skipped: PostgreSQL 15 of Debian absent");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/pgbackrest")), "skipped: pgbackrest absent");
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    KeptByPgBackRest kept = new KeptByPgBackRest(Files.createDirectory(parent.resolve("kept")));
    kept.begin(secret);
    return kept;
  }

  private void begin(String secret) throws IOException {
    for (String name : List.of("keep", "log", "lock", "run")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(
        configuration(),
        """
        [global]
        repo1-path=%1$s/keep
        repo1-cipher-type=aes-256-cbc
        repo1-cipher-pass=%2$s
        repo1-retention-full=2
        log-path=%1$s/log
        lock-path=%1$s/lock
        start-fast=y
        [erp]
        pg1-path=%1$s/data
        pg1-socket-path=%1$s/run
        pg1-user=postgres
        """
            .formatted(folder, secret));
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    tool(BINARIES.resolve("initdb"), "-D", data(), "-U", "postgres", "-A", "trust", "--no-sync");
    String settings =
        "-c listen_addresses='' -c unix_socket_directories=%s/run -c archive_mode=on"
            .formatted(folder);
    Files.writeString(
        folder.resolve("data/postgresql.auto.conf"),
        "archive_command='pgbackrest --config="
            + configuration()
            + " --stanza=erp archive-push %p'\n");
    tool(
        BINARIES.resolve("pg_ctl"),
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log/server") + "",
        "-o",
        settings,
        "start");
    tool(Path.of("pgbackrest"), "--config=" + configuration(), "--stanza=erp", "stanza-create");
  }

  /** The tool's settings. */
  Path configuration() {
    return folder.resolve("conf");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Ends the server: the tool can make no backup of it any more. */
  void stop() throws IOException {
    tool(BINARIES.resolve("pg_ctl"), "-D", data(), "-m", "immediate", "stop");
  }

  private static void tool(Path program, String... words) throws IOException {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.add(program.toString());
    all.addAll(Stream.of(words).toList());
    run(all);
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.onExit().join().exitValue()).as("%s", command).isZero();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder.resolve("data/postmaster.pid"))) {
      stop();
    }
  }
}
