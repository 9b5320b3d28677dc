package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

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
    Path whole = file.toAbsolutePath();
    Path draft = whole.resolveSibling("." + whole.getFileName() + ".new");
    require(file);
    try {
      Files.createDirectories(whole.getParent());
      try {
        fill(draft, content);
        Files.move(draft, whole);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void fill(Path draft, byte[] content) throws IOException {
    Files.deleteIfExists(draft);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(draft, options)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
