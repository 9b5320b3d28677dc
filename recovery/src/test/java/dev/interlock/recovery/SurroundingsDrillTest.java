package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.SurroundingSources.RepositorySource;
import dev.interlock.recovery.redis.RunningRedis;
import dev.interlock.recovery.store.FolderStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole drill brings back what stands around an Odoo too, and nothing of it is left behind. */
@Tag("slow")
class SurroundingsDrillTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path folder;

  @Test
  void a_drill_is_verified_with_its_surroundings_and_not_when_one_is_damaged() throws Exception {
    Programs.require("git");
    SealingKey key = SealingKey.generate();
    try (SourceOdoo odoo = SourceOdoo.in(folder);
        RunningRedis redis = RunningRedis.in(folder.resolve("redis")).filled()) {
      Backup backup = saved(odoo, sources(redis), key);
      Drill drill = drilled(odoo, backup, key);
      assertThat(drill.checks())
          .filteredOn(it -> it.outcome() != Outcome.PASS)
          .extracting(Checked::message)
          .isEmpty();
      assertThat(drill.verified()).isTrue();
      assertThat(drill.stages()).extracting(Drill.Stage::name).contains("surroundings");
      assertThat(odoo.places()).isEmptyDirectory();
      assertThat(backup + " " + drill).doesNotContain(RunningRedis.PASSWORD);
      Path snapshot =
          odoo.storeFolder()
              .resolve(StoreLayout.part(backup.environment(), backup.backup(), "redis/redis"))
              .resolve("dump.rdb");
      new ChangedFile(snapshot).flipInMiddle();
      Drill damaged = drilled(odoo, backup, key);
      assertThat(damaged.verified()).isFalse();
      assertThat(damaged.checks())
          .filteredOn(it -> it.outcome() == Outcome.FAIL)
          .singleElement()
          .satisfies(it -> assertThat(it.message()).contains("redis/redis/dump.rdb"));
    }
  }

  private SurroundingSources sources(RunningRedis redis) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Programs.run(work, "git", "init", "-q", ".");
    Programs.run(
        work,
        "git",
        "-c",
        "user.email=a@example.com",
        "-c",
        "user.name=a",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "first");
    return new SurroundingSources(
        List.of(redis.source("queue", false)),
        List.of(new RepositorySource("traefik", work)),
        List.of());
  }

  private static Backup saved(SourceOdoo odoo, SurroundingSources sources, SealingKey key) {
    TakeBackup.Request it = odoo.request();
    var request =
        new TakeBackup.Request(
            it.environment(),
            it.name(),
            it.database(),
            it.password(),
            it.filestore(),
            it.jobs(),
            null,
            false,
            sources);
    TakeBackup.Taken taken =
        new TakeBackup(
                FolderStore.open(odoo.storeFolder(), CLOCK), key, CLOCK, RecoveryProgress.NONE)
            .run(request, backup -> backup.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(taken.missed()).isEmpty();
    return taken.backup();
  }

  private static Drill drilled(SourceOdoo odoo, Backup backup, SealingKey key) throws Exception {
    Drill drill =
        new RestoreDrill(odoo.store(), key, CLOCK, RecoveryProgress.NONE, _ -> {})
            .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, odoo.places()));
    try (Stream<Path> left = Files.list(odoo.places())) {
      assertThat(left).isEmpty();
    }
    return drill;
  }
}
