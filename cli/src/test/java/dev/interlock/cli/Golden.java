package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs kept as files; {@code -Dgolden.update} rewrites them, except in CI. */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  /** The text must be what the file says. */
  public static void verify(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (System.getProperty("golden.update") != null) {
        assertThat(System.getenv("CI")).as("goldens are never rewritten in CI").isNull();
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("rewrite with -Dgolden.update, then read the difference").exists();
      assertThat(actual).as("golden " + name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
