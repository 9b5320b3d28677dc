package dev.interlock.document.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingCodesPageTest {

  @Test
  void the_page_lists_every_code_of_the_binder_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(page()).stream().filter(line -> line.startsWith("| DOC1")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(BindingCode.values())
                .map(code -> "| %s | error | %s |".formatted(code.code(), code.meaning()))
                .toList());
  }

  private static Path page() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("docs")) ? here : here.resolve("..");
    return root.resolve("docs/diagnostics.md");
  }
}
