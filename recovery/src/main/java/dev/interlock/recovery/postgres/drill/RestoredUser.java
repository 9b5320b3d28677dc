package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The only one who gets into a restored server. */
final class RestoredUser {

  static final String WHO_GETS_IN = "pg_hba.conf";

  private RestoredUser() {}

  static PostgresAddress random(String database) {
    String name = "interlock_drill_" + NewCluster.random().substring(0, 8);
    return new PostgresAddress("", 0, database, name, NewCluster.random());
  }

  /** The settings of production are not those of a drill: its files are emptied. */
  static void writeFiles(DrillFolder folder, PostgresAddress user) throws IOException {
    writeLine(folder, "local all " + user.user() + " scram-sha-256\n");
  }

  /**
   * The same for a server that still recovers: nothing can be changed in it yet, so somebody gets
   * in whom it knows already. Whoever can pass through to its socket could read its files too, and
   * needs no password.
   */
  static void writeFiles(DrillFolder folder, String known) throws IOException {
    if (known.chars().anyMatch(Character::isISOControl)) {
      throw new IOException(
          "no server can be told to let in " + known.replaceAll("\\p{Cntrl}", "?"));
    }
    writeLine(folder, "local all \"" + known.replace("\"", "\"\"") + "\" trust\n");
  }

  private static void writeLine(DrillFolder folder, String whoGetsIn) throws IOException {
    write(folder, folder.path().resolve(WHO_GETS_IN), whoGetsIn);
    for (String name :
        new String[] {
          "postgresql.conf", "postgresql.auto.conf", "pg_ident.conf", "recovery.signal"
        }) {
      write(folder, folder.data().resolve(name), "");
    }
  }

  /** Subscriptions are of all databases; where they lead to, and with which password, goes. */
  static Path statements(DrillFolder folder, PostgresAddress user) throws IOException {
    return write(
        folder,
        folder.path().resolve("user.sql"),
        "SET password_encryption = 'scram-sha-256'\nCREATE ROLE "
            + user.user()
            + " SUPERUSER LOGIN PASSWORD '"
            + user.password()
            + "'\nUPDATE pg_subscription SET subenabled = false, subconninfo = ''\n");
  }

  private static Path write(DrillFolder folder, Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
    folder.user().give(file);
    return file;
  }
}
