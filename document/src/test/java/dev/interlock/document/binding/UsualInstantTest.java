package dev.interlock.document.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's parser is the oracle. */
class UsualInstantTest {

  @Test
  void every_instant_in_the_usual_form_is_what_the_platform_reads() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
    for (int i = 0; i < 20_000; i++) {
      String text =
          "%04d-%02d-%02dT%02d:%02d:%02dZ"
              .formatted(
                  random.nextInt(10_000),
                  random.nextInt(15),
                  random.nextInt(34),
                  random.nextInt(26),
                  random.nextInt(62),
                  random.nextInt(62));
      Instant read = UsualInstant.read(text);
      if (read == null) {
        assertThat(isLeftToThePlatform(text)).as(text).isTrue();
      } else {
        assertThat(read).as(text).isEqualTo(Instant.parse(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00Z",
        "2000-02-29T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z"
      })
  void first_and_last_instants(String text) {
    assertThat(UsualInstant.read(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21T22:30:00+01:00",
        "2026-11-21T22:30:00.5Z",
        "2026-11-21T22:30Z",
        "2026-11-21 22:30:00Z",
        "2026-11-21t22:30:00z",
        "+2026-11-21T22:30:00Z",
        "2026-11-21T22:30:0\u0660Z",
        "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z"
      })
  void any_other_form_is_left_to_the_platform(String text) {
    assertThat(UsualInstant.read(text)).isNull();
  }

  /**
   * No time of a day, or the two that the platform knows beyond them: 24:00:00 and a leap second.
   */
  private static boolean isLeftToThePlatform(String text) {
    Instant platform = platform(text);
    return platform == null || text.endsWith("T24:00:00Z") || text.endsWith("T23:59:60Z");
  }

  private static @Nullable Instant platform(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
