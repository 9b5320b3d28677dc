package dev.interlock.guardrails.azurepolicy.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The JSON files of a folder. What begins with a dot, and what is below it, is left out. */
final class PolicyFiles {

  /**
   * One of them.
   *
   * @param name what an object in it is called that says no name: the way to the file
   */
  record Found(Path path, String name) {}

  private PolicyFiles() {}

  /** The file itself, or those of a folder by name. */
  static List<Found> below(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(new Found(path, name(path.getFileName())));
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> isJson(file) && !isHidden(path.relativize(file)))
          .sorted()
          .map(file -> new Found(file, name(path.relativize(file))))
          .toList();
    }
  }

  private static boolean isJson(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.endsWith(".json") || name.endsWith(".jsonc")) && Files.isRegularFile(file);
  }

  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String name(Path file) {
    String whole = file.toString().replace('\\', '-').replace('/', '-');
    int dot = whole.lastIndexOf('.');
    return dot > 0 ? whole.substring(0, dot) : whole;
  }
}
