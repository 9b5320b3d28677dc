package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.interlock.changes.oracle.RandomCalendar;
import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a calendar file: an answer or a diagnostic, never an exception. */
class MutatedCalendarTest {

  private static final String ODD = "\n\r\t :;=,\"\\/0129ZTP-+ÄBEGINEND\u0000";

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("interlock.seeds", 200));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_damaged_file_never_ends_in_an_exception(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String event =
        new RandomCalendar(random, true).event(LocalDateTime.of(2026, 6, 1, 0, 0)).ics("e");
    StringBuilder text = new StringBuilder(TestEstate.ics(event));
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
        default -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
      }
    }

    assertThatCode(() ->
            TestEstate.plant("linz", "Europe/Vienna")
                .wholeFile("c", Effect.FREEZE, text.toString())
                .windows()
                .at(
                    Instant.parse("2026-06-01T00:00:00Z"),
                    Duration.ofDays(30),
                    WindowScope.of(WindowRule.FREE)))
        .as(text::toString)
        .doesNotThrowAnyException();
  }
}
