package dev.interlock.recovery;

import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import dev.interlock.recovery.postgres.drill.Unprivileged;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A server whose backups and log are kept by a real tool, as in a company that has that tool. */
public final class KeptServer implements AutoCloseable {

  private static final String NAME = "erp";

  /** Megabytes of a file of the log, as of nearly every server. */
  private static final int USUAL = 16;

  private final Tool tool;
  private final Path folder;
  private final ArchivingServer server;

  private KeptServer(Tool tool, Path folder, ArchivingServer server) {
    this.tool = tool;
    this.folder = folder;
    this.server = server;
  }

  /** The tools. */
  public enum Tool {
    PGBACKREST,
    BARMAN
  }

  /** Starts one; the calling test is skipped by name where the tool is absent. */
  public static KeptServer start(Tool tool, Path parent) throws Exception {
    Debian.tools();
    String program = tool.name().toLowerCase(java.util.Locale.ROOT);
    boolean here =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    Assumptions.assumeTrue(here, "skipped: " + program + " absent (apt install " + program + ")");
    Path folder = Files.createDirectories(Debian.reachable(parent).resolve("kept"));
    for (String name :
        List.of("keep", "keep/erp", "keep/erp/incoming", "log", "lock", "run", "d")) {
      own(Files.createDirectories(folder.resolve(name)));
    }
    Path hba =
        Files.writeString(
            folder.resolve("hba"),
            "local all all trust\nlocal replication all trust\nhost all all 127.0.0.1/32 trust\n");
    ArchivingServer server =
        ArchivingServer.start(
            parent,
            USUAL,
            "hba_file='" + hba + "'",
            "unix_socket_directories='" + folder.resolve("run") + "'",
            "archive_command='" + archive(tool, folder) + "'");
    KeptServer kept = new KeptServer(tool, folder, server);
    kept.configure(folder);
    if (tool == Tool.PGBACKREST) {
      run(folder, kept.pgbackrest("stanza-create"));
    } else {
      kept.archiveAll();
    }
    return kept;
  }

  private static String archive(Tool tool, Path folder) {
    return tool == Tool.PGBACKREST
        ? "pgbackrest --config=" + folder.resolve("conf") + " --stanza=erp archive-push %p"
        : "cp %p " + folder.resolve("keep/erp/incoming") + "/%f";
  }

  private void configure(Path at) throws IOException {
    String socket = folder.resolve("run").toString();
    int port = server.address().port();
    String user = server.address().user();
    String conf =
        tool == Tool.PGBACKREST
            ? """
            [global]
            repo1-path=%1$s/keep
            log-path=%1$s/log
            lock-path=%1$s/lock
            start-fast=y
            repo1-retention-full=9
            job-retry=0
            [erp]
            pg1-path=%2$s
            pg1-socket-path=%3$s
            pg1-port=%4$d
            pg1-user=%5$s
            pg1-database=postgres
            """
                .formatted(at, server.data(), socket, port, user)
            : """
            [barman]
            barman_user = %6$s
            barman_home = %1$s/keep
            barman_lock_directory = %1$s/lock
            configuration_files_directory = %1$s/d
            log_file = %1$s/log/barman.log
            [erp]
            description = erp
            conninfo = host=%3$s port=%4$d user=%5$s dbname=postgres
            streaming_conninfo = host=%3$s port=%4$d user=%5$s
            backup_method = postgres
            archiver = on
            compression = gzip
            immediate_checkpoint = true
            """
                .formatted(at, server.data(), socket, port, user, account());
    own(Files.writeString(at.resolve("conf"), conf));
  }

  private static String account() throws IOException {
    String user = Unprivileged.find().user();
    return user.isEmpty() ? System.getProperty("user.name") : user;
  }

  private List<String> pgbackrest(String verb) {
    return List.of("pgbackrest", "--config=" + folder.resolve("conf"), "--stanza=erp", verb);
  }

  /** What is asked of the tool. */
  public BackupCatalogue catalogue() {
    return catalogue(NAME);
  }

  /** The same of another name. */
  public BackupCatalogue catalogue(String name) {
    return catalogue(name, folder);
  }

  private BackupCatalogue catalogue(String name, Path at) {
    return tool == Tool.PGBACKREST
        ? BackupCatalogue.pgBackRest(name, at.resolve("conf"), 1)
        : BackupCatalogue.barman(name, at.resolve("conf"));
  }

  /** A copy of all that the tool keeps, to be damaged. */
  public Copy copy(Path to) throws Exception {
    DebianServer.run(List.of("cp", "-a", folder.toString(), to.toString()));
    configure(to);
    return new Copy(to, catalogue(NAME, to));
  }

  /** What the tool keeps, at another place. */
  public record Copy(Path folder, BackupCatalogue catalogue) {

    /** The first file whose path ends so. */
    public Path find(String pattern) throws IOException {
      try (Stream<Path> files = Files.walk(folder.resolve("keep"))) {
        return files
            .filter(it -> it.toString().matches(".*" + pattern))
            .sorted()
            .findFirst()
            .orElseThrow(() -> new IOException("there is no " + pattern));
      }
    }
  }

  /** A new, empty database. */
  public PostgresAddress newDatabase(String name) throws Exception {
    return server.newDatabase(name);
  }

  /** Its superuser. */
  public PostgresAddress address() {
    return server.address();
  }

  /** Ends the file of the log that is being written, and waits until the tool has it. */
  public String archiveAll() throws Exception {
    String current = Sql.text(address(), "SELECT pg_walfile_name(pg_current_wal_insert_lsn() - 1)");
    Sql.text(address(), "SELECT pg_switch_wal()");
    String archived = "SELECT coalesce(max(last_archived_wal), '') FROM pg_stat_archiver";
    Awaiting.until(
        () -> Sql.text(address(), archived).compareTo(current) >= 0, "the log is archived");
    if (tool == Tool.BARMAN) {
      run(folder, List.of("barman", "-c", folder.resolve("conf").toString(), "archive-wal", NAME));
    }
    return current;
  }

  /** The server's clock, and then a little time. */
  public Instant moment() throws Exception {
    String now = "SELECT to_json(clock_timestamp() AT TIME ZONE 'UTC')#>>'{}' || 'Z'";
    Instant moment = Instant.parse(Sql.text(address(), now));
    Sql.text(address(), "SELECT pg_sleep(0.05)");
    return moment;
  }

  /** Lets others pass through, as through the folder of a drill. */
  public static Path pass(Path folder) {
    return Debian.reachable(folder);
  }

  /** Gives it to whom the tool and the server run as. */
  static Path own(Path path) {
    try {
      Unprivileged.find().give(path);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path folder, List<String> words) throws Exception {
    List<String> command =
        words.getFirst().equals("barman") ? words : Unprivileged.find().command(words);
    ToolRun.Ended ended = new ToolRun(new ToolCommand(command, Map.of(), folder)).run();
    if (!ended.well()) {
      throw new IOException(ended.words());
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
