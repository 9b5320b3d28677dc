package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bucket does by itself is judged beside the plan, as it answers over HTTP. */
class BackupStatusBucketTest {

  private static final String PLACE = "core-production/s3://vault/erp";

  @TempDir private Path folder;

  @BeforeEach
  void anEstate() throws IOException {
    BackupsByPlan.in(folder);
  }

  private String status(int answer, String lifecycle) throws IOException {
    try (BucketStandIn _ = BucketStandIn.answering(answer, lifecycle)) {
      CliRun run =
          CliRun.of(
              "backup",
              "status",
              "s3://vault/erp",
              "--estate",
              folder.resolve("estate").toString(),
              "--environment",
              BackupsByPlan.ENVIRONMENT);
      assertThat(run.err()).isEmpty();
      assertThat(run.exit()).isEqualTo(1);
      return run.out();
    }
  }

  private static String rule(String what) {
    return "<LifecycleConfiguration><Rule><ID>tidy</ID><Filter><Prefix>erp/</Prefix></Filter>"
        + "<Status>Enabled</Status>%s</Rule></LifecycleConfiguration>".formatted(what);
  }

  @Test
  void a_bucket_without_rules_is_only_told_to_have_no_lock() throws IOException {
    assertThat(status(404, "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>"))
        .contains("high  backup-unlocked  " + PLACE)
        .contains(
            "the bucket has no Object Lock; the plan says that nobody can delete a copy for 14")
        .doesNotContain("backup-expires-early", "backup-archived-early", "backup-rules-unknown");
  }

  @Test
  void a_rule_that_removes_backups_too_early_is_named() throws IOException {
    assertThat(status(200, rule("<Expiration><Days>13</Days></Expiration>")))
        .contains("critical  backup-expires-early  " + PLACE + "#tidy")
        .contains("removes objects 13 days after they were stored: it takes backups of");
  }

  @Test
  void a_rule_that_archives_backups_is_measured_by_the_processes() throws IOException {
    String glacier = "<Transition><Days>7</Days><StorageClass>GLACIER</StorageClass></Transition>";
    assertThat(status(200, rule(glacier)))
        .contains("high  backup-archived-early  " + PLACE + "#tidy")
        .contains("a process must be back within 1 h 30 min");
  }

  @Test
  void rules_that_nobody_may_ask_for_are_unknown() throws IOException {
    assertThat(status(403, "<Error><Code>AccessDenied</Code></Error>"))
        .contains("medium  backup-rules-unknown  " + PLACE + ": cannot be judged:")
        .contains("allow s3:GetLifecycleConfiguration");
  }
}
