package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore.Listed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases with names that no folder can have come back like others. */
class OddNameTest {

  @TempDir private Path folder;

  @Test
  void a_name_that_no_folder_can_have_comes_back() throws Exception {
    String name = "../er/p \\ 'a' \"b\" dbname=x %41 ü";
    try (SourceOdoo source = SourceOdoo.in(folder, name)) {
      Backup backup = source.save(source.storeFolder(), null);

      Drill drill =
          new RestoreDrill(
                  source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
              .run(
                  new RestoreDrill.Request(
                      backup, null, true, null, List.of(), 2, source.places()));

      assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
      assertThat(drill.verified()).isTrue();
    }
  }

  @Test
  void a_name_that_tools_refuse_is_refused_before_anything_is_stored() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder, "er\np")) {
      assertThatThrownBy(() -> source.save(source.storeFolder(), null))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("line");
      try (Stream<Listed> all = source.store().list("")) {
        assertThat(all).isEmpty();
      }
    }
  }
}
