package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what the place of a drill did wrong from what the backup did wrong. A full disk, or a
 * PostgreSQL that somebody ended, says nothing about the backup.
 */
final class PlaceOfDrill {

  /** What the system, PostgreSQL and its tools say; they are asked to speak English. */
  private static final Set<String> OF_THE_PLACE =
      Set.of(
          "No space left on device",
          "Check free disk space",
          "Disk quota exceeded",
          // Its hint does not always come with it, and without one it names no reason.
          "could not extend file",
          "could not write to file",
          "Read-only file system",
          "Cannot allocate memory",
          "out of memory",
          "terminating connection due to administrator command",
          "the database system is shutting down",
          "the database system is in recovery mode",
          "terminating connection because of unexpected SIGQUIT signal",
          ToolRun.KILLED);

  private PlaceOfDrill() {}

  /** The fault itself, or one of the place when the place is to blame. */
  static Fault blamed(Fault fault, PostgresAddress server, ServerLog log) {
    if (fault.code().equals(RecoveryCode.DATABASE_UNREACHABLE.code())) {
      return ended(fault);
    }
    if (!fault.code().equals(RecoveryCode.RESTORE_FAILED.code())) {
      return fault;
    }
    if (isOfThePlace(fault)) {
      return failed(String.valueOf(fault.getMessage()), fault);
    }
    try {
      requireAlive(server, log);
      return fault;
    } catch (Fault dead) {
      dead.addSuppressed(fault);
      return dead;
    }
  }

  /** The fault itself, or one of the place when its words say so. */
  static Fault blamedByWords(Fault fault) {
    return isOfThePlace(fault) ? failed(String.valueOf(fault.getMessage()), fault) : fault;
  }

  /** Files are written by us alone: when that can't be done, it is the place. */
  static Fault blamed(Fault fault) {
    return fault.code().equals(RecoveryCode.RESTORE_FAILED.code())
        ? failed(String.valueOf(fault.getMessage()), fault)
        : fault;
  }

  /**
   * Asks whether the PostgreSQL of the drill is still there, and was so all the time.
   *
   * @throws Fault PLACE_FAILED when it is not
   */
  static void requireAlive(PostgresAddress server, ServerLog log) {
    try (Connection _ = Sessions.connect(server)) {
      Optional<String> killed = log.killed();
      if (killed.isPresent()) {
        throw new Fault(
            RecoveryCode.PLACE_FAILED.code(),
            "a process of the drill's PostgreSQL was ended: " + killed.get());
      }
    } catch (SQLException e) {
      throw ended(e);
    } catch (Fault e) {
      throw e.code().equals(RecoveryCode.PLACE_FAILED.code()) ? e : ended(e);
    }
  }

  private static Fault ended(Exception why) {
    return failed("the PostgreSQL of the drill ended before the drill did", why);
  }

  /**
   * Looks whether what did not pass is the fault of the place.
   *
   * @throws Fault PLACE_FAILED when something is
   */
  static void requireInnocent(List<Checked> checks) {
    for (Checked check : checks) {
      if (check.outcome() != Outcome.PASS && isOfThePlace(check.message())) {
        throw new Fault(RecoveryCode.PLACE_FAILED.code(), check.check() + ": " + check.message());
      }
    }
  }

  private static boolean isOfThePlace(Fault fault) {
    return isOfThePlace(String.valueOf(fault.getMessage()));
  }

  private static boolean isOfThePlace(String message) {
    return OF_THE_PLACE.stream().anyMatch(message::contains);
  }

  static Fault failed(String why, Exception cause) {
    return new Fault(RecoveryCode.PLACE_FAILED.code(), why, cause);
  }
}
