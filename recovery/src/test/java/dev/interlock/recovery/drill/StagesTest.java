package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Drill.Stage;
import dev.interlock.recovery.RecoveryProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StagesTest {

  private long clock = 7;
  private final Stages stages = new Stages(RecoveryProgress.NONE, () -> clock);

  private boolean takes(int seconds) {
    clock += Duration.ofSeconds(seconds).toNanos();
    return true;
  }

  @Test
  void what_only_proves_is_kept_as_a_stage_and_makes_no_restore_slower() {
    stages.run("restore", () -> takes(3));
    stages.runAsProof("compare", () -> takes(100));
    takes(1);

    assertThat(stages.elapsed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(stages.done())
        .containsExactly(
            new Stage("restore", Duration.ofSeconds(3)),
            new Stage("compare", Duration.ofSeconds(100)));
  }

  @Test
  void the_watch_stands_still_for_a_proof_that_fails_too() {
    assertThatThrownBy(() ->
            stages.runAsProof(
                "compare",
                () -> {
                  takes(100);
                  throw new IllegalStateException("no rows");
                }))
        .hasMessage("no rows");

    assertThat(stages.elapsed()).isZero();
  }
}
