package dev.interlock.estate.loading;

import dev.interlock.estate.EstateCode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the YAML files of a directory. Hidden files and directories are left out; links to files
 * are followed, links to directories are not.
 */
final class EstateFiles extends SimpleFileVisitor<Path> {

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
      files.complain(directory, "expected a directory with the estate's YAML files");
      return List.of();
    }
    try {
      Files.walkFileTree(directory, files);
    } catch (IOException e) {
      files.complain(directory, "can't be read: " + e);
    }
    files.found.sort(null);
    return files.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    boolean skip = !dir.equals(directory) && isHidden(dir);
    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = String.valueOf(file.getFileName());
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (yaml && !isHidden(file) && (attributes.isRegularFile() || Files.isRegularFile(file))) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    complain(file, "can't be read: " + e.getClass().getSimpleName());
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private void complain(Path path, String message) {
    SourceRef source = SourceRef.file(path.toString());
    sink.accept(Diagnostic.error(EstateCode.NO_DIRECTORY.code(), source, message));
  }
}
