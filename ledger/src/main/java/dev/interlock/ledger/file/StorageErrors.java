package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What an operating system's complaint means to the user. */
public final class StorageErrors {

  private StorageErrors() {}

  /**
   * The exception to throw.
   *
   * @param doing what failed, a verb such as {@code read}
   */
  public static LedgerException of(Path file, String doing, IOException cause) {
    LedgerError error = classify(cause);
    return new LedgerException(
        error, file + ": cannot " + doing + ": " + reason(error, cause), cause);
  }

  private static LedgerError classify(IOException cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof AccessDeniedException || says(text, "permission denied", "read-only")) {
      return LedgerError.NOT_PERMITTED;
    }
    if (says(text, "is a directory")) {
      return LedgerError.STORAGE_FAILED;
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return LedgerError.NOT_FOUND;
    }
    return says(text, "no space left", "quota exceeded", "file too large")
        ? LedgerError.NO_SPACE
        : LedgerError.STORAGE_FAILED;
  }

  private static boolean says(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String reason(LedgerError error, IOException cause) {
    return switch (error) {
      case NOT_PERMITTED -> "this user may not, or the file system is read-only";
      case NOT_FOUND -> "there is no such file";
      case NO_SPACE -> "the disk or quota is full";
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
