package dev.interlock.estate.loading;

import dev.interlock.estate.EstateCode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostic.Level;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the YAML files of a directory, whatever the letter case of their names; links are followed.
 * Hidden files and directories are left out. What is passed over and looks like a document of an
 * estate is said, so that no rule goes missing in silence.
 */
final class EstateFiles extends SimpleFileVisitor<Path> {

  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn", ".jj");

  private final Path directory;
  private final Consumer<Diagnostic> sink;
  private final List<Path> found = new ArrayList<>();

  private EstateFiles(Path directory, Consumer<Diagnostic> sink) {
    this.directory = directory;
    this.sink = sink;
  }

  /** The files, sorted by path, so that the first of two documents is always the same. */
  static List<Path> in(Path directory, Consumer<Diagnostic> sink) {
    EstateFiles files = new EstateFiles(directory, sink);
    if (!Files.isDirectory(directory)) {
      files.say(
          EstateCode.NO_DIRECTORY, directory, "expected a directory with the estate's YAML files");
      return List.of();
    }
    try {
      Files.walkFileTree(directory, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
    } catch (IOException e) {
      files.say(EstateCode.NO_DIRECTORY, directory, "can't be read: " + e);
    }
    files.found.sort(null);
    return files.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    boolean skip = !dir.equals(directory) && VERSION_CONTROL.contains(nameOf(dir));
    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean hidden = isHidden(file);
    if (attributes.isRegularFile()) {
      regular(file, hidden);
    } else if (!hidden && attributes.isSymbolicLink()) {
      // Links are followed, so one that is still a link leads nowhere.
      say(EstateCode.NO_FILE, file, "this link leads to nothing");
    } else if (!hidden && isYaml(file)) {
      say(EstateCode.NO_FILE, file, "expected a file, found a pipe or device");
    }
    return FileVisitResult.CONTINUE;
  }

  private void regular(Path file, boolean hidden) {
    if (isYaml(file) && !hidden) {
      found.add(file);
    } else if (DocumentLook.isDocument(file)) {
      say(
          EstateCode.PASSED_OVER,
          file,
          "looks like a document of an estate and is not read: "
              + (hidden ? "it is hidden" : "its name does not end in .yaml or .yml"));
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (e instanceof FileSystemLoopException) {
      say(EstateCode.PASSED_OVER, file, "this link leads in a circle; it is not followed again");
    } else if (!isHidden(file)) {
      say(EstateCode.NO_DIRECTORY, file, "can't be read: " + e.getClass().getSimpleName());
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path file) {
    for (Path part : directory.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYaml(Path file) {
    String name = nameOf(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void say(EstateCode code, Path path, String message) {
    SourceRef source = SourceRef.file(path.toString());
    sink.accept(
        code.level() == Level.ERROR
            ? Diagnostic.error(code.code(), source, message)
            : Diagnostic.warning(code.code(), source, message));
  }
}
