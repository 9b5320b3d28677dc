package dev.interlock.server.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.DrillSchedule;
import dev.interlock.recovery.DrillTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a drill is due, by what was done since it should have been. */
class DueDrillTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DrillTimes NIGHTLY =
      new DrillTimes(
          "core-production",
          new DrillSchedule(
              Duration.ofDays(1), LocalTime.of(20, 0), LocalTime.of(5, 0), BERLIN, null),
          BERLIN);

  private static final Instant DUE = NIGHTLY.next(Instant.parse("2026-11-22T12:00:00Z"));

  private static DrillRun run(DrillState state, @Nullable Instant ended) {
    return new DrillRun(
        UUID.randomUUID(),
        "core-production",
        DUE,
        null,
        DUE,
        state,
        "here",
        DUE,
        ended,
        DrillProgress.NONE,
        null,
        "");
  }

  @Test
  void it_is_due_until_it_was_done() {
    assertThat(DueDrill.of(NIGHTLY, List.of(), DUE)).contains(DUE);
    for (DrillState settled : List.of(DrillState.WANTED, DrillState.RUNNING, DrillState.DONE)) {
      assertThat(DueDrill.of(NIGHTLY, List.of(run(settled, null)), DUE)).isEmpty();
    }
  }

  @Test
  void of_many_that_were_missed_the_newest_alone_is_caught_up_and_in_the_hours() {
    Instant afternoon =
        DUE.plus(Duration.ofDays(40)).atZone(BERLIN).with(LocalTime.NOON).toInstant();
    assertThat(DueDrill.of(NIGHTLY, List.of(), afternoon)).isEmpty();

    Instant evening = afternoon.plus(Duration.ofHours(8));
    assertThat(DueDrill.of(NIGHTLY, List.of(), evening)).contains(NIGHTLY.latest(evening));
  }

  @Test
  void one_that_clocks_skipped_is_caught_up_in_the_next_night() {
    Instant change = Instant.parse("2026-03-29T01:00:00Z");
    DrillTimes skipped =
        IntStream.range(0, 10)
            .mapToObj(number ->
                new DrillTimes(
                    "tenant-" + number,
                    new DrillSchedule(
                        Duration.ofDays(2), LocalTime.of(2, 0), LocalTime.of(3, 0), BERLIN, null),
                    BERLIN))
            .filter(times -> times.latest(change).equals(change))
            .findFirst()
            .orElseThrow();

    assertThat(DueDrill.of(skipped, List.of(), change)).isEmpty();
    assertThat(DueDrill.of(skipped, List.of(), Instant.parse("2026-03-30T00:00:00Z")))
        .contains(change);
  }

  @Test
  void what_was_cut_off_is_tried_at_once_and_what_failed_after_a_pause_and_not_for_ever() {
    Instant ended = DUE.plusSeconds(60);
    List<DrillRun> cutOff = List.of(run(DrillState.CUT_OFF, ended));
    List<DrillRun> failed = List.of(run(DrillState.FAILED, ended));

    assertThat(DueDrill.of(NIGHTLY, cutOff, ended)).contains(DUE);
    assertThat(DueDrill.of(NIGHTLY, failed, ended)).isEmpty();
    assertThat(DueDrill.of(NIGHTLY, failed, ended.plus(DueDrill.PAUSE))).contains(DUE);
    assertThat(
            DueDrill.of(
                NIGHTLY,
                List.of(cutOff.getFirst(), cutOff.getFirst(), failed.getFirst()),
                ended.plus(DueDrill.PAUSE)))
        .isEmpty();
  }
}
