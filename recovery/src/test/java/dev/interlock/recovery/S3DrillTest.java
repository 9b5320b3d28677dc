package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.s3store.S3Mock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Odoo is saved into a bucket, sealed, and a drill out of it is verified. */
@Tag("slow")
class S3DrillTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path folder;

  @Test
  void a_backup_in_a_bucket_comes_back() throws Exception {
    SealingKey key = SealingKey.generate();
    try (S3Mock server = S3Mock.start(Files.createDirectory(folder.resolve("s3")));
        SourceOdoo odoo = SourceOdoo.in(folder)) {
      server.client().createBucket(it -> it.bucket("backups"));
      System.setProperty("aws.endpointUrlS3", server.endpoint().toString());
      BackupStore made = StoredBackup.newBucket("s3://backups/erp", CLOCK);
      Backup backup =
          new TakeBackup(made, key, CLOCK, RecoveryProgress.NONE)
              .run(odoo.request(), it -> it.toString().getBytes(StandardCharsets.UTF_8))
              .backup();
      BackupStore store = StoredBackup.bucket("s3://backups/erp", CLOCK);
      Drill drill =
          new RestoreDrill(store, key, CLOCK, RecoveryProgress.NONE, _ -> {})
              .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, odoo.places()));
      assertThat(drill.checks())
          .filteredOn(it -> it.outcome() != Outcome.PASS)
          .extracting(Checked::message)
          .isEmpty();
      assertThat(drill.verified()).isTrue();
    } finally {
      System.clearProperty("aws.endpointUrlS3");
    }
  }
}
