package dev.interlock.recovery.postgres.drill;

import dev.interlock.goldens.FreePort;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A server as in production: it archives its log. It goes with its folder, as a drill does. */
public final class ArchivingServer implements AutoCloseable {

  private static final int SMALL = 1;

  private final DrillFolder folder;
  private final PostgresAddress address;

  private ArchivingServer(DrillFolder folder, PostgresAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /**
   * Starts one below a folder, with more settings if any are named. The files of its log are as
   * small as can be: tests read and copy many of them.
   */
  public static ArchivingServer start(Path parent, String... settings) throws IOException {
    return start(parent, SMALL, settings);
  }

  /** The same, with files of the log of so many megabytes; 16 is usual. */
  public static ArchivingServer start(Path parent, int megabytes, String... settings)
      throws IOException {
    PostgresTools tools = Debian.tools();
    DrillFolder folder = DrillFolder.make(Debian.reachable(parent));
    String password = NewCluster.initialise(folder, tools, Debian.MAJOR, true);
    offline(folder, "pg_resetwal", "--wal-segsize=" + megabytes, folder.data().toString());
    Path archive = Files.createDirectory(folder.path().resolve("archive"));
    folder.user().give(archive);
    int port = FreePort.next();
    List<String> options =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses='127.0.0.1'",
                "unix_socket_directories=''",
                "archive_mode=on",
                "archive_command='cp %p ../archive/%f.new && mv ../archive/%f.new ../archive/%f'"));
    options.addAll(List.of(settings));
    Path conf = folder.data().resolve("postgresql.conf");
    Files.writeString(conf, Files.readString(conf) + "\n" + String.join("\n", options) + "\n");
    control(folder, "start");
    return new ArchivingServer(
        folder, new PostgresAddress("127.0.0.1", port, "postgres", DrillCluster.USER, password));
  }

  /** Runs a tool of the server on its data while it is not running. */
  private static void offline(DrillFolder folder, String tool, String... arguments)
      throws IOException {
    Path pgCtl = Debian.tools().require(Tool.PG_CTL, Debian.MAJOR, "the test").path();
    List<String> command = new ArrayList<>(List.of(pgCtl.resolveSibling(tool).toString()));
    command.addAll(List.of(arguments));
    ToolRun.Ended ended = Commands.run(folder.user().command(command), folder.path());
    if (!ended.well()) {
      throw new IOException(ended.words());
    }
  }

  private static void control(DrillFolder folder, String what) throws IOException {
    Path pgCtl = Debian.tools().require(Tool.PG_CTL, Debian.MAJOR, "the test").path();
    ToolRun.Ended ended =
        Commands.run(
            folder
                .user()
                .command(
                    pgCtl.toString(),
                    "-D",
                    folder.data() + "",
                    "-s",
                    "-w",
                    "-l",
                    folder.data().resolve("log") + "",
                    what),
            folder.path());
    if (!ended.well()) {
      throw new IOException(ended.words());
    }
  }

  /** Begins another course of its history, as a server does that was recovered. */
  public void branchOff() throws Exception {
    control(folder, "stop");
    Path conf = folder.data().resolve("postgresql.conf");
    Files.writeString(conf, Files.readString(conf) + "\nrestore_command='cp ../archive/%f %p'\n");
    Path signal = Files.createFile(folder.data().resolve("recovery.signal"));
    folder.user().give(signal);
    control(folder, "start");
    dev.interlock.recovery.postgres.Awaiting.until(
        () -> Sql.text(address, "SELECT pg_is_in_recovery()").equals("f"), "it is recovered");
  }

  /** A server that follows this one; it goes with its folder too. */
  public ArchivingServer standby(Path parent, String... settings) throws Exception {
    DrillFolder beside = DrillFolder.make(Debian.reachable(parent));
    Files.createDirectory(
        beside.data(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    beside.user().give(beside.data());
    Path tool = Debian.tools().require(Tool.PG_BASEBACKUP, Debian.MAJOR, "the test").path();
    List<String> command =
        beside.user().command(tool.toString(), "-R", "-c", "fast", "-D", beside.data().toString());
    ToolRun.Ended ended =
        new ToolRun(new ToolCommand(command, address.environment(), beside.path())).run();
    if (!ended.well()) {
      throw new IOException(ended.words());
    }
    int port = FreePort.next();
    Path conf = beside.data().resolve("postgresql.conf");
    Files.writeString(
        conf,
        Files.readString(conf) + "\nport=" + port + "\n" + String.join("\n", settings) + "\n");
    control(beside, "start");
    return new ArchivingServer(
        beside,
        new PostgresAddress(
            address.host(), port, address.database(), address.user(), address.password()));
  }

  /** Takes away what would tell that a page was changed. */
  public void withoutChecksums() throws IOException {
    control(folder, "stop");
    offline(folder, "pg_checksums", "--disable", folder.data().toString());
    control(folder, "start");
  }

  /** A new, empty database. */
  public PostgresAddress newDatabase(String name) throws Exception {
    Sql.run(address, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    return address.database(name);
  }

  /** Its superuser. */
  public PostgresAddress address() {
    return address;
  }

  /** Its data directory. */
  public Path data() {
    return folder.data();
  }

  /** Where its log goes. */
  public Path archive() {
    return folder.path().resolve("archive");
  }

  /** Ends the file of the log that is being written, and waits until it is archived. */
  public void archiveAll() throws Exception {
    String current = Sql.text(address, "SELECT pg_walfile_name(pg_current_wal_insert_lsn() - 1)");
    Sql.text(address, "SELECT pg_switch_wal()");
    dev.interlock.recovery.postgres.Awaiting.until(
        () -> Files.exists(archive().resolve(current)), "the log is archived");
  }

  @Override
  public void close() {
    folder.close();
  }
}
