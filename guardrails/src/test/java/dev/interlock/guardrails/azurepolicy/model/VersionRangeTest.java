package dev.interlock.guardrails.azurepolicy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which versions a range takes, and how versions are ordered. */
class VersionRangeTest {

  @ParameterizedTest
  @CsvSource({
    "1.*.*, 1.0.0, true",
    "1.*.*, 1.9.3, true",
    "1.*.*, 2.0.0, false",
    "1.2.*, 1.2.9, true",
    "1.2.*, 1.3.0, false",
    "1.2.3, 1.2.3, true",
    "1.2.3, 1.2.4, false",
    "1.*.*, 1.1.0-preview, false",
    "1.*.*-preview, 1.1.0-preview, true",
    "1.*.*-preview, 1.1.0, true",
    "1.*.*-preview, 1.1.0-deprecated, false",
  })
  void takesVersionsThatFit(String range, String version, boolean taken) {
    assertThat(
            VersionRange.parse(range)
                .orElseThrow()
                .takes(DefinitionVersion.parse(version).orElseThrow()))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"1", "1.*", "*.*.*", "latest", "1.2.3.4", "''", "9999999999.0.0"})
  void isNotAnyText(String text) {
    assertThat(VersionRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.0.1",
    "1.9.0, 1.10.0",
    "1.99.99, 2.0.0",
    "2.0.0-preview, 2.0.0",
    "2.0.0-alpha, 2.0.0-beta"
  })
  void versionsHaveAnOrder(String older, String newer) {
    assertThat(DefinitionVersion.parse(older).orElseThrow())
        .isLessThan(DefinitionVersion.parse(newer).orElseThrow());
  }
}
