package dev.interlock.recovery.postgres.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whom PostgreSQL runs as: it refuses to run as root, and a restored database should not be able to
 * do what root can.
 *
 * @param prefix put before a command to run it so; empty when this program is no root itself
 * @param user null-free name for {@code chown}; empty as above
 */
public record Unprivileged(List<String> prefix, String user) {

  private static final List<String> CANDIDATES = List.of("postgres", "nobody");
  private static final Path ACCOUNTS = Path.of("/etc/passwd");

  /** Finds out who runs this program. */
  public static Unprivileged find() throws IOException {
    return isRoot() ? account() : new Unprivileged(List.of(), "");
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
        : "root".equals(System.getProperty("user.name"));
  }

  private static Unprivileged account() throws IOException {
    List<String> lines = Files.readAllLines(ACCOUNTS);
    return CANDIDATES.stream()
        .flatMap(name -> lines.stream().filter(line -> line.startsWith(name + ":")))
        .findFirst()
        .map(Unprivileged::of)
        .orElseThrow(() ->
            new Fault(
                RecoveryCode.PLACE_FAILED.code(),
                "PostgreSQL does not run as root, and there is no user "
                    + String.join(" or ", CANDIDATES)
                    + " it could run as; run the drill as an ordinary user"));
  }

  private static Unprivileged of(String line) {
    String[] fields = line.split(":");
    return new Unprivileged(
        List.of(
            "setpriv",
            "--reuid=" + fields[2],
            "--regid=" + fields[3],
            "--clear-groups",
            "--no-new-privs"),
        fields[0]);
  }

  /** Whose name to tell. */
  String name() {
    return user.isEmpty() ? System.getProperty("user.name") : user;
  }

  /** A command that is run so. */
  public List<String> command(String... words) {
    return command(Arrays.asList(words));
  }

  /** A command that is run so. */
  public List<String> command(List<String> words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  /** Gives a file or folder to that user. */
  public void give(Path file) throws IOException {
    if (!user.isEmpty()) {
      Files.setOwner(
          file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }
  }
}
