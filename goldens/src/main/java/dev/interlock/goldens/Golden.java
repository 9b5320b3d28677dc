package dev.interlock.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Compares text with a file that a person has read. {@code -Dgolden.update=true} rewrites the file
 * instead; not in continuous integration, where nobody reads it.
 */
public final class Golden {

  private Golden() {}

  /**
   * Fails unless the file's text is {@code actual}, line ends normalised.
   *
   * @param file the golden file
   * @param actual what the code under test produced
   */
  public static void assertMatches(Path file, String actual) {
    assertMatches(file, actual, Boolean.getBoolean("golden.update"), System.getenv("CI"));
  }

  static void assertMatches(Path file, String actual, boolean update, @Nullable String ci) {
    try {
      note(file);
      if (update) {
        rewrite(file, actual, ci);
      }
      assertThat(actual.replace("\r\n", "\n"))
          .as("%s (-Dgolden.update=true rewrites it)", file)
          .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which golden files a run has compared, for the check that none is an orphan. */
  private static void note(Path file) throws IOException {
    if (Files.isDirectory(Path.of("target")) && file.startsWith("src/test/golden")) {
      Files.writeString(
          Path.of("target/goldens.txt"),
          file + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static void rewrite(Path file, String actual, @Nullable String ci) throws IOException {
    if (ci != null && !ci.isBlank()) {
      throw new IllegalStateException("golden files are not rewritten where CI is set: " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, actual);
  }
}
