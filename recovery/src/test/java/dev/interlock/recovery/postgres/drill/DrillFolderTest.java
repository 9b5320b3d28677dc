package dev.interlock.recovery.postgres.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DrillFolderTest {

  private static final int ROUNDS = 30;

  @TempDir Path parent;
  @TempDir Path messages;

  @Test
  void neighbours_that_sweep_all_the_time_never_take_a_live_drill() throws Exception {
    Debian.reachable(parent);
    Process neighbour = SweepingNeighbour.start(parent, messages.resolve("ready"));
    Awaiting.until(() -> Files.exists(messages.resolve("ready")), "the neighbour sweeps");
    try {
      List<DrillFolder> open = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        DrillFolder made = DrillFolder.make(parent);
        Files.createFile(made.path().resolve("kept"));
        open.add(made);
        Leftovers.sweep(parent);
        assertThat(open).allMatch(folder -> Files.exists(folder.path().resolve("kept")));
        if (i % 2 == 1) {
          open.removeFirst().close();
        }
      }
      open.forEach(DrillFolder::close);
      assertThat(neighbour.isAlive()).isTrue();
    } finally {
      neighbour.destroyForcibly().waitFor();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void a_place_where_nothing_can_be_made_is_a_fault() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DrillFolder.make(file.resolve("below")))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC010"))
        .hasMessageContaining("there can be no drill in");
    assertThatThrownBy(() -> DrillFolder.make(file)).hasMessageEndingWith(file + " is no folder");
  }

  @Test
  void nothing_is_swept_where_no_drill_ever_was() {
    assertThat(Leftovers.sweep(parent.resolve("none"))).isEmpty();
    assertThat(Leftovers.sweep(parent)).isEmpty();
  }
}
