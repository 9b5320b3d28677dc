package dev.interlock.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodesPageTest {

  @Test
  void the_page_lists_every_code_of_the_reader_and_no_other() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("docs")) ? here : here.resolve("..");
    List<String> codes =
        Files.readAllLines(root.resolve("docs/diagnostics.md")).stream()
            .filter(line -> line.startsWith("| DOC0"))
            .map(line -> line.substring(2, 8))
            .toList();

    assertThat(codes)
        .containsExactlyElementsOf(
            Arrays.stream(Problem.values())
                .map(problem -> problem.at(SourceRef.file("f"), "m").code())
                .sorted()
                .toList());
  }
}
