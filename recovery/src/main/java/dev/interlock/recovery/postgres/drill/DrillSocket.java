package dev.interlock.recovery.postgres.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The socket in the folder of a drill: the only way to its PostgreSQL. The address of a socket
 * holds about a hundred bytes, and a folder may lie deeper than that: then a link with a short name
 * leads there. Only the user of the link and the system's administrator get through.
 */
record DrillSocket(Path folder) {

  /** The server works in its data directory, so that it needs no long name itself. */
  static final String FROM_DATA = "../socket";

  /** Its address is not seen by anybody else: no other server can have taken the number. */
  static final int PORT = 5432;

  /** Linux takes 107 and the others 103, and its own name is 14 of them. */
  private static final int LONGEST_FOLDER = 103 - "/.s.PGSQL.5432".length();

  private static final Path SHORT = Path.of("/tmp");

  /** Where it lies. */
  private Path place() {
    return folder.resolve("socket");
  }

  /** Where the link would be; its name is as unique as the folder's. */
  Path link() {
    return SHORT.resolve("interlock-" + folder.getFileName());
  }

  /** Makes its folder, for the user of the server alone. */
  void make(Unprivileged user) throws IOException {
    Files.createDirectory(
        place(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    user.give(place());
    if (isDeep()) {
      Files.createSymbolicLink(link(), place());
    }
  }

  /** The name by which it is reached. */
  String host() {
    return (isDeep() ? link() : place()).toString();
  }

  private boolean isDeep() {
    return place().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_FOLDER;
  }
}
