package dev.interlock.recovery.filestore;

import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file of attachments where Odoo has it. */
record SourceFile(Path folder, AttachmentFile file) {

  Path path() {
    return folder.resolve(file.name());
  }

  /** What is wrong with it as far as its folder tells; opening a pipe would wait for ever. */
  Optional<FileProblem> look() {
    try {
      BasicFileAttributes found = attributes(path());
      if (!found.isRegularFile() || !attributes(path().resolveSibling("")).isDirectory()) {
        return Optional.of(FileProblem.notAFile(file));
      }
      return found.size() == file.bytes()
          ? Optional.empty()
          : Optional.of(FileProblem.size(file, found.size()));
    } catch (IOException e) {
      return Optional.of(problem(e));
    }
  }

  /** How large it is; -1 when nobody can tell. */
  long bytes() {
    try {
      return attributes(path()).size();
    } catch (IOException e) {
      return -1;
    }
  }

  /** The same file, expected to be as large as it is now. */
  SourceFile asLong() {
    return new SourceFile(folder, new AttachmentFile(file.name(), Math.max(0, bytes())));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** What it means when it can't be read. */
  FileProblem problem(IOException e) {
    if (e instanceof CheckedContent.Mismatch mismatch) {
      return mismatch.problem();
    }
    return e instanceof NoSuchFileException
        ? FileProblem.missing(file)
        : FileProblem.unreadable(file, StoreFaults.reason(path().toString(), e));
  }
}
