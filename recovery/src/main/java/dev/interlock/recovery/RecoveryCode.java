package dev.interlock.recovery;

import dev.interlock.finding.Fault;
import java.util.stream.Stream;

/**
 * Every way in which backups and restores fail, with its permanent code; a retired code is never
 * used again. The page {@code docs/diagnostics.md} lists them.
 */
public enum RecoveryCode {
  /** A tool is not on this machine. */
  NO_TOOL("REC001"),
  /** A tool is older than the server or the backup it is used on. */
  TOOL_TOO_OLD("REC002"),
  /** The source or the restored database can't be reached. */
  DATABASE_UNREACHABLE("REC003"),
  /** Where backups lie can't be read or written. */
  STORE_FAILED("REC004"),
  /** Something of a backup that must be there is not, or is not what was stored. */
  BACKUP_DAMAGED("REC005"),
  /** A key is missing, or is another one than the backup was sealed with. */
  WRONG_KEY("REC006"),
  /** What is protected was to be removed or replaced. */
  PROTECTED("REC007"),
  /** The backup could not be made. */
  BACKUP_FAILED("REC008"),
  /** The restore ended with an error. */
  RESTORE_FAILED("REC009"),
  /** The isolated place of a drill can't be made or removed. */
  PLACE_FAILED("REC010"),
  /** The catalogue of another backup tool can't be read, or knows no such server. */
  CATALOGUE_FAILED("REC013"),
  /** Something of a backup lies in an archive of a cloud, and can't be read for hours. */
  BACKUP_ARCHIVED("REC014"),
  /** The database to save is no Odoo, or has a name that tools refuse. */
  NO_ODOO("REC020"),
  /** Services need one another in a circle, so that nobody can tell where to begin. */
  PLAN_CIRCLE("REC030"),
  /** Nothing says how a service comes back. */
  NO_WAY_BACK("REC031"),
  /** All copies lie in the region that may be lost. */
  NO_REGION_COPY("REC032"),
  /** Nobody is named who approves or signs off a recovery. */
  NO_SIGN_OFF("REC033"),
  /** Somebody who is needed can't be reached. */
  NO_CONTACT("REC034"),
  /** No restore drill was verified, or none in the time that is asked for. */
  STALE_DRILL("REC035"),
  /** No backup is known that fits what has happened. */
  NO_POINT("REC036"),
  /** A process stands still for longer than it may, by what was measured. */
  TOO_SLOW("REC037"),
  /** Copies can be deleted by whoever gets in. */
  NOT_IMMUTABLE("REC038"),
  /** No place is prepared to go to, or not for everything. */
  NO_STANDBY("REC039"),
  /** Nothing says how people work on while a system stands still. */
  NO_FALLBACK("REC040"),
  /** Nobody tried for too long whether people can work by hand. */
  REVIEW_OVERDUE("REC041"),
  /** What a game day asked for is not done, and its last day is over. */
  ACTION_OVERDUE("REC042");

  private final String code;

  RecoveryCode(String code) {
    this.code = code;
  }

  /**
   * Whether a fault tells that a backup is bad. What a store or a machine does wrong says nothing
   * about it.
   */
  public static boolean isOfBackup(Fault fault) {
    return Stream.of(BACKUP_DAMAGED, BACKUP_ARCHIVED, WRONG_KEY)
        .anyMatch(it -> it.code.equals(fault.code()));
  }

  /** The permanent code, such as {@code REC001}. */
  public String code() {
    return code;
  }
}
