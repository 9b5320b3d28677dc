package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of the checkout that tests compare with. The testkit can't serve here: it uses us. */
final class TestFiles {

  private TestFiles() {}

  /** The root of the checkout, whatever folder the tests were started from. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("samples"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder;
  }

  /** Fails unless the file holds the text; {@code -Dgolden.update=true} rewrites it instead. */
  static void assertMatches(Path file, String actual) throws IOException {
    boolean unattended = System.getenv("CI") != null;
    if (Boolean.getBoolean("golden.update") && !unattended) {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual)
        .as("%s (-Dgolden.update=true rewrites it)", file)
        .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }
}
