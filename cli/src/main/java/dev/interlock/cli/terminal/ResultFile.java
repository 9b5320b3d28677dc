package dev.interlock.cli.terminal;

import dev.interlock.finding.Fault;
import dev.interlock.usecases.ActionCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A file of results: it appears whole or not at all, also when the program is interrupted. What it
 * replaces is a regular file, whose permissions it keeps; a new one gets those that new files have.
 */
public final class ResultFile {

  private ResultFile() {}

  /**
   * Writes UTF-8 text, replacing what was there; makes the folder where there is none.
   *
   * @throws Fault when the file cannot be written
   */
  public static void write(Path file, Consumer<PrintWriter> content) {
    try {
      replace(behindLinks(file), content);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** A link stays a link: what it leads to is replaced. */
  private static Path behindLinks(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return file.toAbsolutePath();
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file");
    }
    return file.toRealPath();
  }

  private static void replace(Path file, Consumer<PrintWriter> content) throws IOException {
    Path draft = file.resolveSibling(".interlock-" + UUID.randomUUID() + ".tmp");
    try {
      fill(draft, content);
      keepPermissions(file, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void keepPermissions(Path file, Path draft) throws IOException {
    var old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var fresh = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (Files.exists(file) && old != null && fresh != null) {
      fresh.setPermissions(old.readAttributes().permissions());
    }
  }

  private static void fill(Path draft, Consumer<PrintWriter> content) throws IOException {
    try (BufferedWriter bytes = Files.newBufferedWriter(draft, StandardOpenOption.CREATE_NEW);
        PrintWriter out = new PrintWriter(bytes)) {
      content.accept(out);
      if (out.checkError()) {
        throw new IOException("the disk is full or the file became unreachable");
      }
    }
  }
}
