package dev.interlock.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Instants as people read them. */
class MomentTest {

  @Test
  void what_nobody_knows_to_the_hour_is_a_day() {
    assertThat(Moment.day(Instant.parse("2027-03-11T23:59:59Z"))).isEqualTo("Thu 2027-03-11");
    assertThat(Moment.utc(Instant.parse("2027-03-11T23:59:00Z")))
        .isEqualTo("Thu 2027-03-11 23:59 UTC");
  }
}
