package dev.interlock.usecases.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RereadInputTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 3 << 20})
  void the_second_reading_gives_what_the_first_gave(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    try (RereadInput input = new RereadInput(new ByteArrayInputStream(bytes))) {
      input.keep();
      assertThat(all(input)).isEqualTo(bytes);
      input.again();
      assertThat(all(input)).isEqualTo(bytes);
      assertThat(input.read()).isEqualTo(-1);
    }
  }

  @Test
  void only_what_the_first_reading_took_is_given_again() throws IOException {
    byte[] bytes = {1, -2, 3, 4};
    try (RereadInput input = new RereadInput(new ByteArrayInputStream(bytes))) {
      input.keep();
      assertThat(input.readNBytes(2)).containsExactly(1, -2);
      input.again();
      assertThat(input.read()).isEqualTo(1);
      assertThat(input.read()).isEqualTo(0xFE);
      assertThat(input.read()).isEqualTo(-1);
    }
  }

  /** Like a parser does: pieces of any length, single bytes between. */
  private static byte[] all(InputStream input) throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] piece = new byte[9000];
    for (int one = input.read(); one >= 0; one = input.read()) {
      read.write(one);
      int more = input.read(piece, 5, random.nextInt(8000));
      read.write(piece, 5, Math.max(0, more));
    }
    return read.toByteArray();
  }
}
