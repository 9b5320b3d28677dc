package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty network for the PostgreSQL of a drill, where the kernel has such: no address, no route,
 * not even a loopback that is up. Whatever a restored database calls, it reaches nobody.
 *
 * @param prefix put before a command to run it so; empty where there is none to be had
 * @param reason why there is none; empty when there is one
 */
record OwnNetwork(List<String> prefix, String reason) {

  /** Who is no root may make one together with a space of users of its own. */
  private static final List<String> AS_USER =
      List.of("unshare", "--user", "--map-current-user", "--net", "--");

  private static final List<String> AS_ROOT = List.of("unshare", "--net", "--");

  OwnNetwork {
    prefix = List.copyOf(prefix);
  }

  /** Tries whether there is one for this user. */
  static OwnNetwork find(Unprivileged user) throws IOException {
    List<String> prefix = user.user().isEmpty() ? AS_USER : AS_ROOT;
    ToolRun.Ended tried = Commands.run(words(prefix, user.command("true")));
    return tried.well()
        ? new OwnNetwork(prefix, "")
        : new OwnNetwork(List.of(), tried.words().replaceAll("\\s+", " "));
  }

  List<String> command(List<String> command) {
    return words(prefix, command);
  }

  private static List<String> words(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** Looks whether a server is in one. */
  Isolation of(long process) {
    return of(process, "its PostgreSQL");
  }

  /**
   * Looks whether a process is in one; what can't be looked at is not proven.
   *
   * @param whose what the process is, in words
   */
  Isolation of(long process, String whose) {
    if (prefix.isEmpty()) {
      return Isolation.none(reason);
    }
    Path theirs = Path.of("/proc", Long.toString(process));
    try {
      boolean own = !network(theirs).equals(network(Path.of("/proc/self")));
      return own && hasNoRoute(theirs)
          ? Isolation.proven(whose)
          : Isolation.none("its network has a way out");
    } catch (IOException e) {
      return Isolation.none("its network can't be looked at: " + e.getMessage());
    }
  }

  private static Path network(Path process) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns/net"));
  }

  /** The first line names the columns. */
  private static boolean hasNoRoute(Path process) throws IOException {
    return Files.readAllLines(process.resolve("net/route")).size() <= 1;
  }
}
