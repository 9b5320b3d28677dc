package dev.interlock.usecases;

import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.Submission;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.DecideChange.ReadChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a registered change, in a temporary folder for as long as they are worked with. */
final class FiledFiles implements AutoCloseable {

  private final Path folder;
  private final String document;

  private FiledFiles(Path folder, String document) {
    this.folder = folder;
    this.document = document;
  }

  /** The files of a submission. */
  static FiledFiles of(Submission submission) {
    return of(submission.change(), submission.files());
  }

  /**
   * Files without a change, perhaps none.
   *
   * @throws dev.interlock.changes.RegisterRefused when a path leads elsewhere, or they are too many
   */
  static FiledFiles of(SortedMap<String, Bytes> files) {
    return files.isEmpty() ? of("", files) : of(new Submission(files.firstKey(), files));
  }

  private static FiledFiles of(String document, SortedMap<String, Bytes> contents) {
    FiledFiles files = new FiledFiles(temporary(), document);
    try {
      contents.forEach(files::write);
      return files;
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** The files of a version that was filed. */
  static FiledFiles of(ChangeBook book, FiledVersion version) {
    return of(new Submission(version.document(), contents(book, version)));
  }

  /** The content of a version's files by path. */
  static SortedMap<String, Bytes> contents(ChangeBook book, FiledVersion version) {
    Map<String, Bytes> byHash = book.contents(version.files().values());
    SortedMap<String, Bytes> files = new TreeMap<>();
    version.files().forEach((path, hash) -> files.put(path, byHash.get(hash)));
    return files;
  }

  /**
   * Reads the change.
   *
   * @throws InputRejected when it can't be used with the estate
   */
  ReadChange read(Estate estate) {
    return DecideChange.change(folder, Path.of(document), estate);
  }

  /** Where they lie. */
  Path folder() {
    return folder;
  }

  private void write(String path, Bytes content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content.toArray());
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot write a temporary file: " + e.getMessage(), e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("interlock-change").toRealPath();
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}
