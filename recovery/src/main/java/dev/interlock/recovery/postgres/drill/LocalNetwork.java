package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of its own for a program that people talk to over HTTP, where the kernel has such: its
 * loopback is up and nothing else, so that it hears itself and reaches nobody. Who wants to talk to
 * it runs a command in there.
 *
 * @param user whom everything in there runs as
 * @param making put before a command to run it in a new one; empty where there is none to be had
 * @param reason why there is none; empty when there is one
 */
record LocalNetwork(Unprivileged user, List<String> making, String reason) {

  private static final String UP =
      "PATH=\"$PATH:/usr/sbin:/sbin\"; ip link set lo up && exec \"$@\"";

  private static final List<String> WITH_LOOPBACK = List.of("/bin/sh", "-c", UP, "own-network");

  /** Whoever is no root needs the rights of a space of users of its own to bring a loopback up. */
  private static final List<String> AS_USER =
      List.of("unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--");

  private static final List<String> AS_ROOT = List.of("unshare", "--net", "--");

  LocalNetwork {
    making = List.copyOf(making);
  }

  /** Tries whether there is one for this user. */
  static LocalNetwork find(Unprivileged user) throws IOException {
    LocalNetwork wanted = new LocalNetwork(user, user.user().isEmpty() ? AS_USER : AS_ROOT, "");
    ToolRun.Ended tried =
        Commands.run(wanted.command(List.of("bash", "-c", "command -v nsenter setpriv")));
    return tried.well()
        ? wanted
        : new LocalNetwork(user, List.of(), tried.words().replaceAll("\\s+", " "));
  }

  /** Runs a command in a new one, or in that of this program where there is none. */
  List<String> command(List<String> words) {
    List<String> all = new ArrayList<>(making);
    if (!making.isEmpty()) {
      all.addAll(WITH_LOOPBACK);
    }
    all.addAll(user.command(words));
    return all;
  }

  /** Runs a command in that of a process. */
  List<String> entering(long process, List<String> words) {
    List<String> all = new ArrayList<>(List.of("nsenter", "--target", Long.toString(process)));
    if (user.user().isEmpty()) {
      all.addAll(List.of("--user", "--preserve-credentials"));
    }
    all.addAll(List.of("--net", "--"));
    all.addAll(user.command(words));
    return all;
  }

  /** Looks whether a process is in one. */
  Isolation of(long process) {
    return new OwnNetwork(making, reason).of(process, "the booted program");
  }
}
