package dev.interlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Kind;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.TrustedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample estate is what the README says it is, and nothing in it is wrong. */
class SampleEstateTest {

  private final LoadedEstate loaded = SampleEstate.load();

  @Test
  void the_sample_estate_is_free_of_mistakes() {
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.estate().size()).isGreaterThan(100);
  }

  @Test
  void every_calendar_file_is_there() {
    assertThat(loaded.calendarFiles()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(loaded.calendarFiles().values()).allMatch(t -> t.startsWith("BEGIN:VCALENDAR"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_of_document_is_shown(Kind kind) {
    assertThat(loaded.estate().names(kind)).isNotEmpty();
  }

  @Test
  void every_trusted_key_is_the_one_derived_from_its_name() {
    loaded
        .estate()
        .all(TrustedKey.class)
        .forEach((name, trusted) ->
            assertThat(trusted.publicKey())
                .as(name)
                .isEqualTo(SampleKeys.of(name).verificationKey().toBase64()));
  }
}
