package dev.interlock.cli.options;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** What can be told of a path before anything is read or written. */
final class Paths {

  /** No usual file system takes a longer name. */
  private static final int LONGEST_NAME = 255;

  private Paths() {}

  /** A path that some file could have. */
  static Path sane(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("expected the name of a file or folder, not nothing");
    }
    try {
      Path path = Path.of(value);
      path.forEach(name -> requireShort(name.toString()));
      return path;
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + value + "' is no path: " + e.getReason());
    }
  }

  private static void requireShort(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      String start = name.substring(0, 20);
      throw new TypeConversionException("a name is too long for a file: '" + start + "…'");
    }
  }

  /** Refuses a path that leads through a file, or through a link to nowhere. */
  static void requireReachable(Path path) {
    if (isBroken(path)) {
      throw new TypeConversionException("'" + path + "' is a link that leads nowhere");
    }
    Path above = nearestExisting(path.toAbsolutePath().normalize().getParent());
    if (above != null && !Files.isDirectory(above)) {
      throw new TypeConversionException("'" + path + "' can't be: '" + above + "' is no folder");
    }
  }

  /** Refuses a folder where a file is meant. */
  static void requireNoFolder(Path path) {
    if (Files.isDirectory(path)) {
      throw new TypeConversionException("'" + path + "' is a folder: expected a file");
    }
  }

  private static boolean isBroken(Path path) {
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }

  private static @Nullable Path nearestExisting(@Nullable Path path) {
    Path candidate = path;
    while (candidate != null && !Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
      candidate = candidate.getParent();
    }
    return candidate;
  }
}
