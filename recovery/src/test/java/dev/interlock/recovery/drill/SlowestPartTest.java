package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryProgress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowestPartTest {

  private final List<Long> told = new ArrayList<>();
  private final SlowestPart stage =
      new SlowestPart(
          new RecoveryProgress() {
            @Override
            public void begins(String name) {}

            @Override
            public void at(long done, long all) {
              assertThat(all).isEqualTo(1000);
              told.add(done);
            }
          });

  @Test
  void a_stage_is_as_far_as_the_part_that_is_behind_and_never_goes_back() {
    PartProgress database = stage.part();
    PartProgress files = stage.part();

    files.at(7, 10);
    database.at(1, 10);
    database.at(9, 10);
    database.at(5, 10);
    files.at(10, 10);

    assertThat(told).containsExactly(100L, 700L, 900L);
  }

  @Test
  void a_part_with_nothing_in_it_holds_nobody_up() {
    PartProgress database = stage.part();
    stage.part().at(0, 0);

    database.at(1, 4);

    assertThat(told).containsExactly(250L);
  }
}
