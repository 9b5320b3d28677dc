package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.ledger.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Writes files that must not exist yet: evidence is never overwritten. */
final class NewFile {

  private NewFile() {}

  /**
   * Says early that a file cannot be made.
   *
   * @throws InputRejected when the file exists
   */
  static void require(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file);
    }
  }

  private static InputRejected exists(Path file) {
    return new InputRejected(
        ActionCode.EXISTS.code(), file.toString(), "the file exists", "name another one");
  }

  /**
   * Writes, and makes the folder where there is none. The file appears when it is whole and on the
   * disk: one that is full leaves nothing under its name.
   *
   * @throws InputRejected when the file exists
   */
  static void write(Path file, byte[] content) {
    require(file);
    folder(file);
    try {
      WholeFile.write(file.toAbsolutePath(), content);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Makes the folder of a file where there is none. */
  static void folder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Fault failed(Path file, IOException e) {
    return new Fault(
        ActionCode.CANNOT_WRITE.code(), "cannot write " + file + ": " + e.getMessage(), e);
  }
}
