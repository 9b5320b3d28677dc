package dev.interlock.server.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.usecases.InputRejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set about log, traces and numbers. */
class ObservingSettingsTest {

  private static final String OTLP = "INTERLOCK_OTLP_ENDPOINT";

  @Test
  void nothing_is_exported_unless_it_is_said() {
    assertThat(ObservingSettings.of(Map.of()))
        .containsExactly(Map.entry("management.otlp.metrics.export.enabled", false));
  }

  @Test
  void traces_and_numbers_go_below_the_address() {
    assertThat(ObservingSettings.of(Map.of(OTLP, "https://collector.example:4318/otlp/")))
        .containsEntry(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "https://collector.example:4318/otlp/v1/traces")
        .containsEntry(
            "management.otlp.metrics.export.url", "https://collector.example:4318/otlp/v1/metrics")
        .containsEntry("management.otlp.metrics.export.enabled", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collector:4318",
        "ftp://collector",
        "http://",
        "http://me:hush@collector",
        "http://collector?key=hush",
        "http:// hush"
      })
  void an_address_that_is_none_or_holds_a_secret_is_refused_without_being_repeated(String value) {
    assertThat(refusal(Map.of(OTLP, value))).contains("SRV012", OTLP).doesNotContain("hush");
  }

  @Test
  void a_form_of_the_log_that_nobody_knows_is_refused() {
    assertThat(ObservingSettings.of(Map.of("INTERLOCK_LOG", "json"))).hasSize(1);
    assertThat(refusal(Map.of("INTERLOCK_LOG", "yaml")))
        .contains("SRV012", "INTERLOCK_LOG", "yaml", "text or json");
  }

  private static String refusal(Map<String, String> environment) {
    InputRejected refused =
        catchThrowableOfType(InputRejected.class, () -> ObservingSettings.of(environment));
    return refused.problems().getFirst().render();
  }
}
