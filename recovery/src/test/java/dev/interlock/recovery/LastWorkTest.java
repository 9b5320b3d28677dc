package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody was last at work. */
class LastWorkTest {

  @TempDir private Path folder;

  private Estate estate;

  @BeforeEach
  void load() throws Exception {
    Files.writeString(
        folder.resolve("estate.yaml"),
        """
        apiVersion: interlock.dev/v1
        kind: Plant
        metadata: {name: linz}
        spec:
          displayName: Linz
          site: plant
          timeZone: Europe/Vienna
          criticality: high
          shifts:
            - {name: early, days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], start: "06:00", end: "14:00"}
            - {name: night, days: [MONDAY, FRIDAY], start: "22:00", end: "06:00"}
        ---
        apiVersion: interlock.dev/v1
        kind: Environment
        metadata: {name: core}
        spec: {displayName: Core, tier: test, hosting: dedicated, region: westeurope, plants: [linz]}
        ---
        apiVersion: interlock.dev/v1
        kind: Environment
        metadata: {name: alone}
        spec: {displayName: Alone, tier: test, hosting: dedicated, region: westeurope}
        """);
    estate = new EstateLoader(Set.of()).load(folder).estate();
  }

  @ParameterizedTest
  @CsvSource({
    // at work, in the early shift
    "2026-11-24T08:00:00Z, 2026-11-24T08:00:00Z",
    // on Tuesday evening, after the early shift
    "2026-11-24T20:00:00Z, 2026-11-24T13:00:00Z",
    // in the night from Monday, in the shift that runs past midnight
    "2026-11-24T02:00:00Z, 2026-11-24T02:00:00Z",
    // on Sunday: the night shift of Friday ended on Saturday
    "2026-11-22T20:00:00Z, 2026-11-21T05:00:00Z",
    // on the Sunday on which clocks change
    "2026-03-29T20:00:00Z, 2026-03-28T05:00:00Z"
  })
  void it_is_the_end_of_the_last_shift_or_now(Instant now, Instant last) {
    assertThat(LastWork.before(estate, "core", now)).isEqualTo(last);
  }

  @Test
  void where_nobody_says_when_they_work_it_is_now() {
    Instant now = Instant.parse("2026-11-22T20:00:00Z");
    assertThat(LastWork.before(estate, "alone", now)).isEqualTo(now);
    assertThat(LastWork.before(estate, "nowhere", now)).isEqualTo(now);
  }
}
