package dev.interlock.server.database;

import java.nio.file.Path;

/** A server that writes something and then waits to be killed. */
public final class KilledServer {

  private KilledServer() {}

  /** Runs on the data folder that is given. */
  public static void main(String[] args) throws Exception {
    DataFolder folder = DataFolder.open(Path.of(args[0]));
    Database database = Database.embedded(folder);
    EmbeddedDatabaseTest.run(database.owner(), "CREATE TABLE kept AS SELECT 1 AS id");
    System.out.println("written");
    Thread.sleep(Long.MAX_VALUE);
  }
}
