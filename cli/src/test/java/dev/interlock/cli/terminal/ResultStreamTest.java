package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultStreamTest {

  @Test
  void a_reader_that_went_away_is_no_error() {
    var err = new ByteArrayOutputStream();
    int exit = version(new Failing("Broken pipe"), err);
    assertThat(exit).isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void a_full_disk_is_an_error_even_when_the_answer_was_good() {
    var err = new ByteArrayOutputStream();
    int exit = version(new Failing("No space left on device"), err);
    assertThat(exit).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: cannot write results: No space left on device\n");
  }

  @Test
  void text_is_utf_8_whatever_the_locale() {
    var bytes = new ByteArrayOutputStream();
    ResultStream stream = new ResultStream(bytes);
    stream.line("├─ Gießerei");
    stream.flush();
    assertThat(bytes.toByteArray()).isEqualTo("├─ Gießerei\n".getBytes(StandardCharsets.UTF_8));
  }

  private static int version(OutputStream out, OutputStream err) {
    return Main.run(List.of("--version"), InputStream.nullInputStream(), out, err, Map.of());
  }

  private static final class Failing extends OutputStream {
    private final String words;

    Failing(String words) {
      this.words = words;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(words);
    }
  }
}
