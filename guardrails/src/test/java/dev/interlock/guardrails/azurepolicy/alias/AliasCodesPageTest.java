package dev.interlock.guardrails.azurepolicy.alias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasCodesPageTest {

  @Test
  void the_page_lists_every_code_of_files_of_aliases_and_no_other() throws IOException {
    List<String> codes =
        Files.readAllLines(Checkout.root().resolve("docs/diagnostics.md")).stream()
            .filter(line -> line.matches("\\| POL1[01]\\d .*"))
            .map(line -> line.substring(2, 8))
            .toList();

    assertThat(codes)
        .containsExactlyElementsOf(Arrays.stream(AliasCode.values()).map(Enum::name).toList());
  }
}
