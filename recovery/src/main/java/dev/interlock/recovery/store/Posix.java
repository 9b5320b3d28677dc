package dev.interlock.recovery.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What only file systems with owners and modes can do; elsewhere it is left out. */
final class Posix {

  private Posix() {}

  /** The attribute that a file is created with for its owner alone. */
  static FileAttribute<?>[] owner(Path file, String rights) {
    return supported(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights + "------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Leaves the owner these rights and others none. */
  static void allow(Path file, String rights) throws IOException {
    if (supported(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights + "------"));
    }
  }

  /** Makes what was created or renamed in a folder durable. */
  static void sync(Path folder) throws IOException {
    if (supported(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean supported(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
