package dev.interlock.server.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL that was unpacked before, when the program was built. Copying it takes a tenth of
 * the time of unpacking it; a server never runs from it, so that it belongs to the server's data.
 *
 * @param folder where it lies
 */
record UnpackedPostgres(Path folder) {

  private static final String PROPERTY = "interlock.postgresql";

  /** What tells that everything is there; it has to be the youngest file of all. */
  private static final String WHOLE = ".exists";

  /** Copies what the launcher names, where there is nothing yet; else it is unpacked as always. */
  static void provide(Path binaries) throws IOException {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty() && Files.isDirectory(Path.of(named)) && !Files.exists(binaries)) {
      new UnpackedPostgres(Path.of(named)).copy(binaries);
    }
  }

  /** Into a folder beside, which then takes the name: a copy is whole or not there. */
  private void copy(Path binaries) throws IOException {
    Path beside = Files.createTempDirectory(binaries.resolveSibling("."), "binaries-");
    Files.walkFileTree(folder, new Copying(folder, beside));
    for (Path release : children(beside)) {
      Files.setLastModifiedTime(release.resolve(WHOLE), FileTime.from(Clock.systemUTC().instant()));
    }
    Files.move(beside, binaries);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> Files.exists(child.resolve(WHOLE))).toList();
    }
  }

  private static final class Copying extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      Files.copy(
          file,
          to.resolve(from.relativize(file)),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
      return FileVisitResult.CONTINUE;
    }
  }
}
