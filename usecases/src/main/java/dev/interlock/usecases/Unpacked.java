package dev.interlock.usecases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Paths, with the JSON files of ZIP archives among them laid out in a folder until it is closed.
 */
final class Unpacked implements AutoCloseable {

  /** More than any catalogue of policies has, and what a disk can spare. */
  private static final int MOST_FILES = 100_000;

  private static final long MOST_BYTES = 1L << 30;

  /** All of Microsoft's definitions in one export are a tenth of this; files are read whole. */
  private static final int LARGEST_FILE = 200 << 20;

  private final List<Path> paths = new ArrayList<>();
  private final List<Path> temporary = new ArrayList<>();
  private int files;
  private long bytes;

  private Unpacked() {}

  /**
   * Lays archives out.
   *
   * @throws InputRejected when a path names nothing, or an archive is built to harm
   */
  static Unpacked of(List<Path> given) throws IOException {
    Unpacked unpacked = new Unpacked();
    try {
      for (Path path : given) {
        unpacked.add(path);
      }
      return unpacked;
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  List<Path> paths() {
    return paths;
  }

  private void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new InputRejected(
          ActionCode.NOTHING_TO_CHECK.code(), path.toString(), "there is no such file", null);
    }
    boolean archive = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    paths.add(archive && Files.isRegularFile(path) ? unzip(path) : path);
  }

  private Path unzip(Path archive) throws IOException {
    Path folder = Files.createTempDirectory("interlock-policies");
    temporary.add(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory() && name.toLowerCase(Locale.ROOT).endsWith(".json")) {
          Path target = folder.resolve(name).normalize();
          if (!target.startsWith(folder)) {
            throw harmful(archive, "an entry leads out of the archive: " + name);
          }
          Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
          lay(archive, zip, entry, target);
        }
      }
    } catch (InvalidPathException | FileSystemException e) {
      throw harmful(archive, "an entry has a name that no file can have");
    } catch (java.util.zip.ZipException e) {
      throw harmful(archive, "it is no ZIP archive: " + e.getMessage());
    }
    return folder;
  }

  private void lay(Path archive, ZipFile zip, ZipEntry entry, Path target) throws IOException {
    long left = MOST_BYTES - bytes;
    if (++files > MOST_FILES || left <= 0) {
      throw harmful(archive, "it holds too much");
    }
    try (InputStream content = zip.getInputStream(entry)) {
      bytes += copy(archive, content, target);
    }
  }

  private static long copy(Path archive, InputStream content, Path target) throws IOException {
    byte[] some = new byte[1 << 16];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = content.read(some); n >= 0; n = content.read(some)) {
        copied += n;
        if (copied > LARGEST_FILE) {
          throw harmful(archive, "an entry holds more than 200 MB");
        }
        out.write(some, 0, n);
      }
    }
    return copied;
  }

  private static InputRejected harmful(Path archive, String message) {
    return new InputRejected(ActionCode.CANNOT_UNPACK.code(), archive.toString(), message, null);
  }

  @Override
  public void close() {
    for (Path folder : temporary) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException _) {
        // What is left lies in the system's folder for temporary files, which is emptied by it.
      }
    }
  }
}
