package dev.interlock.ledger.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Directory entries are data too: a new file is durable only after its directory is. */
public final class Directories {

  private Directories() {}

  /** The real path of a file's directory joined with its name, so that one file has one name. */
  static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || absolute.getFileName() == null) {
      throw StorageErrors.of(file, "write", new IOException("this is no file name"));
    }
    try {
      return Files.exists(absolute)
          ? absolute.toRealPath()
          : parent.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw StorageErrors.of(parent, "open directory", e);
    }
  }

  /** Makes creations and renames in a file's directory durable. */
  public static void sync(Path file) throws IOException {
    Path parent = file.getParent();
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (parent != null && posix) { // other systems cannot open a directory
      try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
