package dev.interlock.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden files: compared, rewritten on demand, never where nobody reads them. */
class GoldenTest {

  @TempDir Path folder;

  @Test
  void equal_text_passes_whatever_the_line_ends() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\r\n");
    Golden.assertMatches(file, "one\ntwo\n", false, null);
  }

  @Test
  void other_text_fails_and_says_how_to_rewrite() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
    assertThatThrownBy(() -> Golden.assertMatches(file, "two\n", false, null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("golden.update");
  }

  @Test
  void update_writes_what_the_code_produced() throws IOException {
    Path file = folder.resolve("new/a.txt");
    Golden.assertMatches(file, "two\n", true, null);
    assertThat(Files.readString(file)).isEqualTo("two\n");
  }

  @Test
  void update_is_refused_in_continuous_integration() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
    assertThatThrownBy(() -> Golden.assertMatches(file, "two\n", true, "true"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Files.readString(file)).isEqualTo("one\n");
  }
}
