package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What an operating system's complaint means to the user, and what helps. */
public final class StoreFaults {

  private StoreFaults() {}

  /**
   * Something failed on a disk.
   *
   * @param place where, such as a file
   * @param doing what failed, a verb such as {@code write}
   */
  public static Fault failed(RecoveryCode code, String place, String doing, IOException cause) {
    return new Fault(code.code(), place + ": cannot " + doing + ": " + reason(place, cause), cause);
  }

  /** The store failed. */
  public static Fault store(String place, String doing, IOException cause) {
    return failed(RecoveryCode.STORE_FAILED, place, doing, cause);
  }

  /** Why, with what helps, in words. */
  public static String reason(String place, IOException cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space left") || text.contains("quota")) {
      return "the disk or quota is full; make room or choose another place";
    }
    if (text.contains("read-only file system")) {
      return "the file system is read-only; mount it for writing";
    }
    if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
      return "this user may not; give it the right or run as another user";
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or folder; is the disk mounted?";
    }
    return other(place, cause);
  }

  private static String other(String place, IOException cause) {
    String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
    String said = reason == null ? cause.toString() : reason;
    return said.startsWith(place) ? said.substring(place.length()) : said;
  }

  /** An object that must be there is not. */
  public static Fault absent(String place, String name) {
    return new Fault(
        RecoveryCode.BACKUP_DAMAGED.code(),
        place + ": " + name + " is not there; it was removed, or never stored");
  }

  /** What lies there is not what was stored. */
  public static Fault damaged(String place, String name, String why) {
    return new Fault(
        RecoveryCode.BACKUP_DAMAGED.code(),
        place + ": " + name + " is damaged: " + why + "; take another backup");
  }

  /**
   * An object lies where nobody can read it at once.
   *
   * @param how what brings it back
   */
  public static Fault archived(String place, String name, String how) {
    return new Fault(
        RecoveryCode.BACKUP_ARCHIVED.code(),
        place
            + ": "
            + name
            + " was moved to an archive and can't be read for hours; "
            + how
            + " brings it back, and no rule should archive backups");
  }

  /** What must stay was to be removed or replaced. */
  public static Fault refused(String place, String name, String why) {
    return new Fault(RecoveryCode.PROTECTED.code(), place + ": " + name + " " + why);
  }
}
