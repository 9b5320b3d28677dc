package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagnosticsPageTest {

  @Test
  void the_page_lists_every_code_of_the_estate_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(TestFiles.root().resolve("docs/diagnostics.md")).stream()
            .filter(line -> line.startsWith("| EST"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(EstateCode.values())
                .map(code ->
                    "| %s | %s | %s |"
                        .formatted(
                            code.code(),
                            code.level().name().toLowerCase(Locale.ROOT),
                            code.meaning()))
                .toList());
  }

  @Test
  void no_number_is_used_twice() {
    assertThat(Arrays.stream(EstateCode.values()).map(EstateCode::code)).doesNotHaveDuplicates();
  }
}
