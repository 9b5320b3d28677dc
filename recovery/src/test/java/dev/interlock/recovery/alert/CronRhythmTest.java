package dev.interlock.recovery.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest time between two runs of a schedule. */
class CronRhythmTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 0 * * *          | PT24H
          0 30 2 * * ?         | PT24H
          0 0 */6 * * *        | PT6H
          0 0 8-18/2 * * *     | PT14H
          0 */15 * * * *       | PT15M
          30 5/20 * * * *      | PT20M
          0 0 2 * * 1-5        | PT72H
          0 0 2 * * MON,thu    | PT96H
          0 0 3 * * 0          | PT168H
          0 0 3 * * 7          | PT168H
          0 0 0 1 * *          | PT744H
          0 0 0 1 1,7 *        | PT4416H
          0 0 0 1,15 * MON     | PT168H
          0 0 0 29 2 *         | PT35064H
          0 2 * * *            | PT1H
          @daily               | PT24H
          @weekly              | PT168H
          @every 1h30m         | PT1H30M
          """)
  void is_that_of_the_schedule(String cron, Duration longest) {
    assertThat(CronRhythm.longest(cron)).contains(longest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "every night", "0 0 0 * *  * *", "0 0 24 * * *", "60 0 0 * * *", "0 0 0 0 * *",
        "0 0 0 30 2 *", "0 0 5-3 * * *", "0 0 */0 * * *", "@every 0s", "@every soon",
            "0 0 1-2-3 * * *"
      })
  void is_unknown_for_what_cannot_be_read_or_never_comes(String cron) {
    assertThat(CronRhythm.longest(cron)).isEmpty();
  }
}
