package dev.interlock.usecases;

import dev.interlock.document.SpecialFile;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SigningKey;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files for the ledger and says whose mistake it is when that fails. */
final class LedgerFiles {

  private LedgerFiles() {}

  /** Something that reads a file. */
  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /**
   * Reads.
   *
   * @throws InputRejected when the file is not what it should be
   * @throws Fault when something outside fails
   */
  static <T> T reading(Path file, Reading<T> reading) {
    requireNoDirectory(file);
    try {
      return reading.read(file);
    } catch (LedgerException e) {
      throw translated(file, e);
    } catch (NoSuchFileException _) {
      throw new InputRejected(
          LedgerError.NOT_FOUND.code(), file.toString(), "there is no such file", null);
    } catch (MalformedInputException _) {
      throw new InputRejected(
          LedgerError.BAD_KEY.code(), file.toString(), "this is not a text file", null);
    } catch (IOException e) {
      throw new Fault(
          LedgerError.STORAGE_FAILED.code(), "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The private key in a file.
   *
   * @throws InputRejected when there is none in it
   */
  static SigningKey signingKey(Path file) {
    return reading(file, it -> SigningKey.parse(Files.readString(it)));
  }

  /**
   * Says early that a folder, a pipe or a device stands where a file is wanted.
   *
   * @throws InputRejected when it is one
   */
  static void requireNoDirectory(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputRejected(
          LedgerError.NOT_A_FILE.code(), file.toString(), "this is a directory", "name a file");
    }
    if (SpecialFile.is(file)) {
      throw new InputRejected(
          LedgerError.NOT_A_FILE.code(),
          file.toString(),
          "this is a pipe or device",
          "name a file");
    }
  }

  static RuntimeException translated(Path file, LedgerException e) {
    String full = String.valueOf(e.getMessage());
    String prefix = file + ": ";
    String message = full.startsWith(prefix) ? full.substring(prefix.length()) : full;
    return switch (e.error().kind()) {
      case INPUT, EVIDENCE -> new InputRejected(e.error().code(), file.toString(), message, null);
      case OUTSIDE -> new Fault(e.error().code(), full, e);
    };
  }
}
