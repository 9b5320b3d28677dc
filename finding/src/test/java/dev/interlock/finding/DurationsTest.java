package dev.interlock.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT720H, 30 days",
    "P2D, 2 days",
    "P1D, 24 h",
    "P2DT1H, 49 h",
    "P2DT30M, 48 h 30 min",
    "PT2H20M, 2 h 20 min",
    "PT1H0M5S, 1 h 5 s",
    "PT45S, 45 s",
    "PT0.4S, 0 min",
    "PT0S, 0 min"
  })
  void a_length_of_time_is_said_in_the_units_people_use(Duration length, String words) {
    assertThat(Durations.words(length)).isEqualTo(words);
  }
}
