package dev.interlock.recovery.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
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
          "Read-only file system",
          "Cannot allocate memory");

  private PlaceOfDrill() {}

  /** The fault itself, or one of the place when the place is to blame. */
  static Fault blamed(Fault fault, PostgresAddress server) {
    if (!fault.code().equals(RecoveryCode.RESTORE_FAILED.code())) {
      return fault;
    }
    if (isOfThePlace(fault)) {
      return failed(String.valueOf(fault.getMessage()), fault);
    }
    try {
      requireAlive(server);
      return fault;
    } catch (Fault dead) {
      dead.addSuppressed(fault);
      return dead;
    }
  }

  /** Files are written by us alone: when that can't be done, it is the place. */
  static Fault blamed(Fault fault) {
    return fault.code().equals(RecoveryCode.RESTORE_FAILED.code())
        ? failed(String.valueOf(fault.getMessage()), fault)
        : fault;
  }

  /**
   * Asks whether the PostgreSQL of the drill is still there.
   *
   * @throws Fault PLACE_FAILED when it is not
   */
  static void requireAlive(PostgresAddress server) {
    try (Connection _ = Sessions.connect(server)) {
      return;
    } catch (Fault | SQLException e) {
      throw failed("the PostgreSQL of the drill ended before the drill did", e);
    }
  }

  private static boolean isOfThePlace(Fault fault) {
    String message = String.valueOf(fault.getMessage());
    return OF_THE_PLACE.stream().anyMatch(message::contains);
  }

  static Fault failed(String why, Exception cause) {
    return new Fault(RecoveryCode.PLACE_FAILED.code(), why, cause);
  }
}
