package dev.interlock.recovery.postgres;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A server with a database of all kinds of tables, and dumps that come back to it. */
final class DumpServer implements AutoCloseable {

  /** So much is done at the same time. */
  static final int JOBS = 2;

  private static final String ALL_KINDS = "all kinds 'and' \"more\"";

  private final PostgresTools tools = Debian.tools();
  private final Path folder;
  private final DrillCluster cluster;

  private DumpServer(Path folder) {
    this.folder = folder;
    cluster = Debian.cluster(folder);
  }

  /** A new one below a folder. */
  static DumpServer in(Path folder) throws SQLException, IOException {
    DumpServer server = new DumpServer(folder);
    Sql.allKinds(server.newDatabase(ALL_KINDS));
    return server;
  }

  /** Its database of all kinds, which nobody changes. */
  PostgresAddress source() {
    return cluster.address().database(ALL_KINDS);
  }

  /** One more database. */
  PostgresAddress newDatabase(String name) {
    return cluster.newDatabase(name);
  }

  /** Its tools. */
  PostgresTools tools() {
    return tools;
  }

  /** Dumps the database of all kinds in one stream; returns what its tables held. */
  List<Backup.Table> dump(Path file) throws Exception {
    try (Snapshot snapshot = Snapshot.open(source());
        OutputStream to = Files.newOutputStream(file)) {
      new DumpDatabase(tools, snapshot).to(to);
      return TableDigests.of(snapshot, JOBS, PartProgress.NONE);
    }
  }

  /** Brings a dump back into a new database. */
  PostgresAddress restored(Path dump, String name) {
    PostgresAddress database = newDatabase(name);
    restoring().restore(dump, database, JOBS);
    return database;
  }

  /** What brings dumps back. */
  RestoreDump restoring() {
    return new RestoreDump(tools, Debian.MAJOR, folder);
  }

  /** What the tables of a database hold now. */
  static List<Backup.Table> digests(PostgresAddress database) throws SQLException {
    return TableDigests.of(database.dataSource(), JOBS, PartProgress.NONE);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
