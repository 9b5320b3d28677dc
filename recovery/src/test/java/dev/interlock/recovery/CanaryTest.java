package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Canary;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row and a file of a known moment are planted when asked for, and looked for in each drill. */
@Tag("slow")
class CanaryTest {

  @TempDir private Path folder;

  @Test
  void row_and_file_come_back_and_are_nobodys_work() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Instant before = Instant.now();
      Backup backup = saved(source, source.requestWithCanary());
      Canary canary = Objects.requireNonNull(backup.canary());

      Drill drill = drill(source, backup);

      assertThat(canary.planted()).isBetween(before, backup.point());
      assertThat(source.files()).contains(canary.file());
      assertThat(found(drill).outcome()).isEqualTo(Outcome.PASS);
      assertThat(found(drill).numbers()).containsEntry("rows", 1L);
      assertThat(drill.verified()).isTrue();
      // The newest work of people is a day old: the canary does not make it younger.
      assertThat(drill.processes())
          .extracting(Measured::rpo)
          .allMatch(rpo -> rpo.compareTo(Duration.ofHours(1)) > 0);
    }
  }

  @Test
  void nothing_is_written_unasked_and_nothing_is_asked_for() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      List<String> files = source.files();

      Backup backup = saved(source, source.request());

      assertThat(backup.canary()).isNull();
      assertThat(source.files()).isEqualTo(files);
      assertThat(drill(source, backup).checks())
          .extracting(Checked::check)
          .doesNotContain("business/canary");
    }
  }

  @Test
  void the_canary_before_goes_and_its_file_with_it() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Canary first = Objects.requireNonNull(saved(source, source.requestWithCanary()).canary());
      Backup second = saved(source, source.requestWithCanary());

      assertThat(source.files())
          .contains(Objects.requireNonNull(second.canary()).file())
          .doesNotContain(first.file());
      assertThat(found(drill(source, second)).outcome()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void another_canary_than_the_planted_one_is_named() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = saved(source, source.requestWithCanary());
      Canary real = Objects.requireNonNull(backup.canary());

      assertThat(
              message(
                  source,
                  backup,
                  new Canary(
                      real.attachment(),
                      real.file(),
                      real.digest(),
                      real.planted().plusSeconds(60))))
          .contains("of another moment");
      assertThat(
              message(
                  source,
                  backup,
                  new Canary(real.attachment() + 1, real.file(), real.digest(), real.planted())))
          .contains("is gone");
      assertThat(
              message(
                  source,
                  backup,
                  new Canary(
                      real.attachment(), real.file(), "sha256:" + "0".repeat(64), real.planted())))
          .contains("holds something else");
    }
  }

  @Test
  void no_shelf_is_made_for_it() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Path empty = Files.createDirectories(folder.resolve("empty"));
      TakeBackup.Request asked = source.requestWithCanary();
      var request =
          new TakeBackup.Request(
              asked.environment(), asked.name(), asked.database(), null, empty, 2, null, true);

      assertThatThrownBy(() -> saved(source, request))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("holds no folder of Odoo's files");
      assertThat(empty).isEmptyDirectory();
    }
  }

  @Test
  void a_user_who_may_not_write_is_told_and_leaves_no_file() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      List<String> files = source.files();
      source.run("create role reader login password 'reader'; grant pg_read_all_data to reader");
      TakeBackup.Request asked = source.requestWithCanary();
      String url =
          asked
              .database()
              .replaceFirst("user=[^&]*", "user=reader")
              .replaceFirst("password=[^&]*", "password=reader");
      var request =
          new TakeBackup.Request(
              asked.environment(), asked.name(), url, null, source.filestore(), 2, null, true);

      assertThatThrownBy(() -> saved(source, request))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("the canary could not be planted")
          .hasMessageContaining("permission denied")
          .hasMessageNotContaining("password=");
      assertThat(source.files()).isEqualTo(files);
    }
  }

  private static String message(SourceOdoo source, Backup backup, Canary canary) {
    Backup other =
        new Backup(
            backup.environment(),
            backup.backup(),
            backup.method(),
            backup.begun(),
            backup.point(),
            backup.database(),
            backup.filestore(),
            backup.parts(),
            backup.sealedWith(),
            canary,
            null,
            null,
            backup.at());
    Drill drill = drill(source, other);
    assertThat(drill.verified()).isFalse();
    assertThat(found(drill).outcome()).isEqualTo(Outcome.FAIL);
    return found(drill).message();
  }

  private static Checked found(Drill drill) {
    return drill.checks().stream()
        .filter(check -> check.check().equals("business/canary"))
        .findFirst()
        .orElseThrow();
  }

  private static Backup saved(SourceOdoo source, TakeBackup.Request request) {
    return new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
        .run(request, _ -> new byte[] {'{', '}'})
        .backup();
  }

  private static Drill drill(SourceOdoo source, Backup backup) {
    var files =
        new ProcessProof(
            "files", List.of(ProcessProbes.of("files").orElseThrow()), List.of(), null);
    return new RestoreDrill(
            source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
        .run(
            new RestoreDrill.Request(backup, null, true, null, List.of(files), 2, source.places()));
  }
}
