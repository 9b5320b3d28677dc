package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.goldens.Shared;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.RestoreDump;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.store.FolderStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Odoo 19 is saved and drilled. */
@Tag("slow")
class RealDrillTest {

  @TempDir private Path folder;

  @Test
  void a_real_odoo_comes_back() throws Exception {
    Path dump = Shared.require("odoo/odoo.dump");
    Path files = Shared.require("odoo/filestore.tar.gz");
    Path sources = Files.createDirectories(Debian.reachable(folder).resolve("source"));
    try (DrillCluster cluster = Debian.cluster(sources)) {
      PostgresAddress source = cluster.newDatabase("acme_prod");
      new RestoreDump(PostgresTools.here(), Debian.MAJOR, folder).restore(dump, source, 2);
      DebianServer.run(List.of("tar", "-xzf", files.toString(), "-C", folder.toString()));
      FolderStore store = FolderStore.create(folder.resolve("store"), InstantSource.system());

      var taken =
          new TakeBackup(store, null, InstantSource.system(), RecoveryProgress.NONE)
              .run(
                  new TakeBackup.Request(
                      "acme", "one", url(source), null, folder.resolve("acme_prod"), 2, null, true),
                  _ -> new byte[] {'{', '}'});
      Drill drill =
          new RestoreDrill(store, null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
              .run(
                  new RestoreDrill.Request(
                      taken.backup(), null, true, null, processes(), 2, folder.resolve("drills")));

      assertThat(drill.checks()).allMatch(check -> check.outcome() == Outcome.PASS);
      assertThat(drill.processes())
          .extracting(Measured::process)
          .containsExactly("sales", "purchasing", "stock", "manufacturing", "accounting", "files");
      assertThat(drill.checks())
          .extracting(Checked::check)
          .doesNotHaveDuplicates()
          .contains("business/canary");
    }
  }

  private static List<ProcessProof> processes() {
    return ProcessProbes.standard().stream()
        .map(probe -> new ProcessProof(probe.process(), List.of(probe), List.of(), null))
        .toList();
  }

  private static String url(PostgresAddress it) {
    return "postgresql:///%s?host=%s&port=%d&user=%s&password=%s"
        .formatted(it.database(), it.host(), it.port(), it.user(), it.password());
  }
}
