package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.drill.EstateCopy;
import dev.interlock.goldens.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool makes a backup when it is asked, and the plan of the estate is judged by it. */
@Tag("slow")
class ToolBackupCommandTest {

  private static final String SECRET = "correct-horse-battery";

  @TempDir private Path folder;

  @Test
  void a_backup_is_made_told_and_judged_by_the_plan_and_what_fails_is_told() throws Exception {
    try (KeptByPgBackRest kept = KeptByPgBackRest.start(folder, SECRET)) {
      Path estate = Checkout.samples().resolve("estate");

      CliRun first = backup(kept, estate);
      CliRun second = backup(kept, estate, "--kind", "differential");
      CliRun other = backup(kept, withPlanBy("barman"));
      kept.stop();
      CliRun none = backup(kept, estate);

      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(first.out())
          .containsPattern("pgBackRest .* saved core-production as \\d{8}-\\d{6}F\n")
          .contains("brings back  any moment from", "server       full, ", "core-database kept");
      assertThat(second.exit()).as(second.err()).isZero();
      assertThat(second.out()).containsPattern("as \\d{8}-\\d{6}F_\\d{8}-\\d{6}D\n");
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.out()).contains("server       incremental", "NOT KEPT: core-database, by");
      assertThat(none.exit()).isEqualTo(3);
      assertThat(none.err())
          .contains("made no backup of the stanza erp", "pgbackrest --stanza=erp check", "REC008");
      assertThat(first.out() + first.err() + none.out() + none.err()).doesNotContain(SECRET);
    }
  }

  private Path withPlanBy(String method) throws Exception {
    Path samples = Checkout.samples().resolve("estate");
    Path estate = EstateCopy.of(samples, folder.resolve("estate"));
    Path plans = estate.resolve("services/backup-plans.yaml");
    Files.writeString(plans, Files.readString(plans).replace("pgbackrest\n", method + "\n"));
    return estate;
  }

  private static CliRun backup(KeptByPgBackRest kept, Path estate, String... more) {
    List<String> words = new ArrayList<>(List.of("backup", "run", "--estate", estate.toString()));
    words.addAll(List.of("--environment", "core-production", "--method", "pgbackrest"));
    words.addAll(List.of("--pgbackrest", "erp"));
    words.addAll(List.of("--pgbackrest-config", kept.configuration().toString()));
    words.addAll(List.of(more));
    return CliRun.at(Instant.now(), words.toArray(String[]::new));
  }
}
