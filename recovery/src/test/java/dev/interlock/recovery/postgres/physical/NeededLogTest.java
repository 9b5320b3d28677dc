package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeededLogTest {

  private static final long SIZE = 16 << 20;

  private static NeededLog in(String text) throws IOException {
    return NeededLog.in(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String ranges(String... ranges) {
    return "{\"Files\": [], \"WAL-Ranges\": [" + String.join(", ", ranges) + "]}";
  }

  private static String range(String from, String to) {
    return "{\"Timeline\": 2, \"Start-LSN\": \"%s\", \"End-LSN\": \"%s\"}".formatted(from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "0/2000028, 0/2000100, 000000020000000000000002, 000000020000000000000002",
    "0/2000028, 0/3000000, 000000020000000000000002, 000000020000000000000002",
    "0/2000028, 0/3000001, 000000020000000000000002, 000000020000000000000003",
    "0/FF000028, 1/28, 0000000200000000000000FF, 000000020000000100000000",
    "A/0, A/1, 000000020000000A00000000, 000000020000000A00000000"
  })
  void it_names_the_files_that_the_log_begins_and_ends_in(
      String from, String to, String first, String last) throws Exception {
    NeededLog log = in(ranges(range(from, to)));
    assertThat(log.first(SIZE).name()).isEqualTo(first);
    assertThat(log.last(SIZE).name()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"WAL-Ranges\": []}",
        "{\"WAL-Ranges\": [{}]}",
        "{\"WAL-Ranges\": [{\"Timeline\": 0, \"Start-LSN\": \"0/1\", \"End-LSN\": \"0/2\"}]}",
        "{\"WAL-Ranges\": [{\"Timeline\": 1, \"Start-LSN\": \"0/1\", \"End-LSN\": \"x\"}]}"
      })
  void what_does_not_tell_is_no_manifest(String text) {
    assertThatThrownBy(() -> in(text)).isInstanceOf(IOException.class);
  }

  @Test
  void two_courses_of_history_are_not_guessed_from() {
    assertThatThrownBy(() -> in(ranges(range("0/1", "0/2"), range("0/3", "0/4"))))
        .hasMessageContaining("does not tell which log");
  }
}
