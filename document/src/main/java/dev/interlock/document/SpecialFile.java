package dev.interlock.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells files that would keep a reader waiting: to open a pipe that nobody writes to never ends.
 */
public final class SpecialFile {

  private SpecialFile() {}

  /**
   * True for a pipe, socket or device by a name of its own. What a shell hands over, such as {@code
   * /dev/stdin} or {@code /dev/fd/63}, is open already and can be read. Below {@code /dev/shm} lie
   * files like anywhere else.
   */
  public static boolean is(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    boolean device = whole.startsWith("/dev") && !whole.startsWith("/dev/shm");
    if (device || whole.startsWith("/proc")) {
      return false;
    }
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException e) {
      // What can't be looked at is not there or can't be opened; whoever opens it says why.
      return false;
    }
  }
}
