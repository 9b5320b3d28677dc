package dev.interlock.recovery.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * How much lies in folders that another program fills. What vanishes meanwhile does not count.
 *
 * @param folders those that are not there yet hold nothing
 */
public record FolderSize(List<Path> folders) {

  public FolderSize {
    folders = List.copyOf(folders);
  }

  /** In bytes. */
  public long now() throws IOException {
    Sum sum = new Sum();
    for (Path folder : folders) {
      Files.walkFileTree(folder, sum);
    }
    return sum.bytes;
  }

  private static final class Sum extends SimpleFileVisitor<Path> {

    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException why) {
      return FileVisitResult.CONTINUE;
    }
  }
}
