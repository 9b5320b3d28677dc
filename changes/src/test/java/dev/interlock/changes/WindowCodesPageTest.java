package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.calendar.CalendarProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCodesPageTest {

  @Test
  void the_page_lists_every_code_of_calendars_and_no_other() throws IOException {
    List<String> codes =
        Files.readAllLines(Path.of("../docs/diagnostics.md")).stream()
            .filter(line -> line.startsWith("| WIN"))
            .map(line -> line.substring(2, 8))
            .toList();

    assertThat(codes)
        .containsExactlyElementsOf(
            Arrays.stream(CalendarProblem.values()).map(CalendarProblem::code).toList());
  }
}
