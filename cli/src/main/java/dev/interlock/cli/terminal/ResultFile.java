package dev.interlock.cli.terminal;

import dev.interlock.finding.Fault;
import dev.interlock.usecases.ActionCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file of results: it appears whole or not at all, also when the program is interrupted. */
public final class ResultFile {

  private ResultFile() {}

  /**
   * Writes UTF-8 text, replacing what was there.
   *
   * @throws Fault when the file cannot be written
   */
  public static void write(Path file, Consumer<PrintWriter> content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, ".interlock-", ".tmp");
      try {
        fill(draft, content);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void fill(Path draft, Consumer<PrintWriter> content) throws IOException {
    try (BufferedWriter bytes = Files.newBufferedWriter(draft);
        PrintWriter out = new PrintWriter(bytes)) {
      content.accept(out);
      if (out.checkError()) {
        throw new IOException("the disk is full or the file became unreachable");
      }
    }
  }
}
