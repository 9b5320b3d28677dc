package dev.interlock.usecases;

import dev.interlock.changes.ChangeCode;
import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files below what a change names as its manifests. Nothing is passed over: what is no file can
 * become one later, and a name that can't be written down can't be told from another.
 */
final class ManifestFiles {

  private ManifestFiles() {}

  /**
   * A file itself, or every file below a folder; symbolic links are followed.
   *
   * @throws InputRejected when there is something else among them
   */
  static List<Path> below(Path start) {
    try (Stream<Path> found = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files = found.filter(path -> !Files.isDirectory(path)).sorted().toList();
      files.forEach(ManifestFiles::requireFile);
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          ChangeCode.NO_MANIFEST.code(), "cannot read " + start + ": " + e.getMessage(), e);
    }
  }

  private static void requireFile(Path path) {
    if (!isNameable(path)) {
      throw rejected(
          path,
          "the name of this file can't be read in this locale, or is no UTF-8",
          "rename the file, or set LC_ALL to a UTF-8 locale such as C.UTF-8");
    }
    if (!Files.isRegularFile(path)) {
      String what = Files.isSymbolicLink(path) ? "this link leads nowhere" : "this is no file";
      throw rejected(path, what, "everything among the manifests of a change is judged; remove it");
    }
  }

  /** True when the name, written down, leads to the same file again. */
  private static boolean isNameable(Path path) {
    try {
      return Path.of(path.toString()).equals(path);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static InputRejected rejected(Path path, String message, String hint) {
    return new InputRejected(ChangeCode.NO_MANIFEST.code(), path.toString(), message, hint);
  }
}
