package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.goldens.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layout of policy files, and what is read from it; read expected.txt when it changes. */
class LayoutsTest {

  private static final Path LAYOUTS = Path.of("src/test/resources/azurepolicy");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bare",
        "resources",
        "az-list",
        "powershell-old",
        "powershell-new",
        "template",
        "epac",
        "library"
      })
  void isReadByItsContent(String layout) {
    Path folder = LAYOUTS.resolve("layouts").resolve(layout);

    Golden.assertMatches(
        LAYOUTS.resolve("expected").resolve(layout + ".txt"),
        Listing.of(PolicyReader.read(List.of(folder)), folder));
  }
}
