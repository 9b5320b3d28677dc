package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes the data directory of a new cluster, with a random password. */
final class NewCluster {

  private static final int PASSWORD_BYTES = 24;

  /** From here on servers keep checksums unless they are told not to. */
  private static final int CHECKSUMS_BY_DEFAULT = 18;

  private NewCluster() {}

  /** Returns the password. */
  static String initialise(DrillFolder folder, PostgresTools tools, int major, boolean checksums) {
    PostgresTools.Found initdb = tools.require(Tool.INITDB, major, "the server of the backup");
    String password = random();
    try {
      Path secret = secret(folder, password);
      owned(folder, Files.createDirectory(folder.data()), "rwx------");
      List<String> words = new ArrayList<>(words(initdb.path(), folder, secret));
      words.addAll(aboutChecksums(checksums, initdb.version().major()));
      ToolRun.Ended ended = Commands.run(folder.user().command(words), folder.path());
      Files.delete(secret);
      if (!ended.well()) {
        throw new IOException(ended.words());
      }
      return password;
    } catch (IOException e) {
      throw DrillFolder.failed("the PostgreSQL of the drill can't be made", e);
    }
  }

  static Path server(PostgresTools tools, int major) {
    return tools.require(Tool.POSTGRES, major, "the server of the backup").path();
  }

  private static Path secret(DrillFolder folder, String password) throws IOException {
    Path file = folder.path().resolve("password");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
    folder.user().give(file);
    return file;
  }

  private static void owned(DrillFolder folder, Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    folder.user().give(path);
  }

  private static List<String> aboutChecksums(boolean wanted, int major) {
    if (wanted) {
      return List.of("--data-checksums");
    }
    return major < CHECKSUMS_BY_DEFAULT ? List.of() : List.of("--no-data-checksums");
  }

  /** Nothing needs to be on disk before a start. */
  private static List<String> words(Path initdb, DrillFolder folder, Path secret) {
    return List.of(
        initdb.toString(),
        "--pgdata=" + folder.data(),
        "--username=" + DrillCluster.USER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=" + locale(),
        "--no-sync");
  }

  /** The same order of texts on every machine; a Mac has it under another name. */
  private static String locale() {
    return System.getProperty("os.name").startsWith("Mac") ? "C" : "C.UTF-8";
  }

  static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
