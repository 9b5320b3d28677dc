package dev.interlock.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Calendar.Effect;
import dev.interlock.estate.RiskPolicy.WindowRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static final WindowScope FREE = WindowScope.of(WindowRule.FREE);

  @Test
  void a_slot_after_the_shift_is_free_and_one_within_is_not() {
    Windows windows = TestEstate.plant("linz", "Europe/Vienna").shift("06:00", "14:00").windows();

    assertThat(windows.at(Instant.parse("2026-11-23T13:00:00Z"), Duration.ofHours(1), FREE))
        .isEqualTo(new WindowAnswer.Free());
    assertThat(windows.at(Instant.parse("2026-11-23T12:30:00Z"), Duration.ofHours(1), FREE))
        .isInstanceOfSatisfying(
            WindowAnswer.Closed.class,
            closed ->
                assertThat(closed.closures())
                    .singleElement()
                    .extracting(Closure::sentence)
                    .isEqualTo(
                        "plant linz: \"Shift 06:00\" (shifts), Mon 2026-11-23 06:00 to"
                            + " Mon 2026-11-23 14:00 Europe/Vienna"));
  }

  @Test
  void the_next_window_is_the_end_of_the_last_closure_with_every_step_of_the_proof() {
    Windows windows =
        TestEstate.plant("linz", "Europe/Vienna")
            .shift("06:00", "14:00")
            .file("close", Effect.FREEZE, "DTSTART:20261123T140000\nDURATION:PT8H\nSUMMARY:Close")
            .windows();

    NextWindow next =
        windows.next(
            Instant.parse("2026-11-23T08:00:00Z"), Duration.ofHours(2), FREE, Duration.ofDays(10));

    assertThat(next)
        .isInstanceOfSatisfying(
            NextWindow.Found.class,
            found -> {
              assertThat(found.start()).isEqualTo("2026-11-23T21:00:00Z");
              assertThat(found.blocked()).hasSize(2);
              assertThat(found.blocked().getFirst().from()).isEqualTo("2026-11-23T08:00:00Z");
              assertThat(found.blocked().getLast().until()).isEqualTo(found.start());
            });
  }
}
