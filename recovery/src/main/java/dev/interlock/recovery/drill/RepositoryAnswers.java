package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.List;
import java.util.Set;

/**
 * Tells a repository of another tool that does not answer from a backup that is bad: pgBackRest and
 * Barman end with an error for both, and only words tell which.
 */
final class RepositoryAnswers {

  /** What the tools, ssh and their libraries say; they are asked to speak English. */
  private static final Set<String> WORDS =
      Set.of(
          "unable to get address for",
          "unable to connect to",
          "unable to negotiate TLS",
          "timeout connecting",
          "HTTP request failed with 5",
          "Could not resolve hostname",
          "Connection refused",
          "Connection reset",
          "Connection timed out",
          "No route to host",
          "Network is unreachable");

  private RepositoryAnswers() {}

  /** The fault itself, or one of the store when its words say so. */
  static Fault blamed(Fault fault) {
    String said = String.valueOf(fault.getMessage());
    return isSilence(said) ? new Fault(RecoveryCode.STORE_FAILED.code(), said, fault) : fault;
  }

  /**
   * Looks whether what did not pass is the fault of the repository.
   *
   * @throws Fault STORE_FAILED when something is
   */
  static void require(List<Checked> checks) {
    for (Checked check : checks) {
      if (check.outcome() != Outcome.PASS && isSilence(check.message())) {
        throw new Fault(RecoveryCode.STORE_FAILED.code(), check.message());
      }
    }
  }

  private static boolean isSilence(String said) {
    return WORDS.stream().anyMatch(said::contains);
  }
}
