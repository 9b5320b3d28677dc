package dev.interlock.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredicateKindTest {

  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  @Test
  void every_kind_is_found_again_by_word_and_by_type_uri() {
    for (PredicateKind kind : PredicateKind.values()) {
      assertThat(PredicateKind.ofWord(kind.word())).contains(kind);
      assertThat(PredicateKind.ofTypeUri(kind.typeUri())).contains(kind);
    }
  }

  @Test
  void every_permitted_record_has_exactly_one_kind() {
    List<Class<?>> types =
        Arrays.stream(PredicateKind.values()).<Class<?>>map(PredicateKind::type).toList();

    assertThat(types).containsExactlyInAnyOrder(Predicate.class.getPermittedSubclasses());
  }

  @Test
  void a_uri_of_another_version_or_publisher_is_no_kind_of_ours() {
    assertThat(PredicateKind.ofTypeUri("https://interlock.dev/evidence/approval/v2")).isEmpty();
    assertThat(PredicateKind.ofTypeUri("https://slsa.dev/provenance/v1")).isEmpty();
    assertThat(PredicateKind.ofTypeUri("")).isEmpty();
    assertThat(PredicateKind.ofTypeUri("https://interlock.dev/evidence/v1")).isEmpty();
  }

  @Test
  void an_environment_is_a_subject_by_the_digest_of_its_name() {
    // printf %s environment/core-production | sha256sum
    assertThat(new IncidentRegister("core-production", List.of(), AT).subject().sha256())
        .isEqualTo("910313d317c3a9806d97c4d27291dec77456e4ca4ce5e4e2e9e911e53b6dd464");
  }

  @Test
  void a_digest_that_is_none_is_refused() {
    assertThatThrownBy(() -> new TestRun("sha256:ABC", "test", "smoke", true, AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artifact must be sha256:");
    assertThat(Digests.isSha256(DIGEST)).isTrue();
    assertThat(Digests.isSha256(DIGEST.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(Digests.isSha256(DIGEST + "0")).isFalse();
  }

  @Test
  void cost_of_a_change_without_its_digest_is_refused() {
    assertThatThrownBy(() ->
            new Cost(
                "core", YearMonth.of(2026, 11), null, null, "a", null, Money.of("1", "EUR"), AT))
        .hasMessageContaining("together");
    assertThatThrownBy(
            () -> new Cost("core", YearMonth.of(2026, 11), null, null, null, null, null, AT))
        .hasMessageContaining("nothing is stated");
  }

  @Test
  void counts_are_by_severity() {
    assertThatThrownBy(() ->
            new CheckResult("a", DIGEST, "test", Map.of("severe", 1), Map.of(), 1, 1, null, AT))
        .hasMessageContaining("severe");
  }

  @Test
  void an_incident_that_does_not_say_so_forbids_changes() {
    assertThat(new IncidentRegister.OpenIncident("I", "t", null, List.of()).forbids()).isTrue();
    assertThat(new IncidentRegister.OpenIncident("I", "t", false, List.of()).forbids()).isFalse();
  }
}
