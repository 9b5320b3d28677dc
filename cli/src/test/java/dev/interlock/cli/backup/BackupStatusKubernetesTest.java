package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources of CloudNativePG are compared with the plan of the environment. */
class BackupStatusKubernetesTest {

  private static final Instant NOW = CliRun.NOW;

  private static final String STATUS =
      """
      status:
        phase: Cluster in healthy state
        conditions:
          - {type: Ready, status: "True"}
          - {type: ContinuousArchiving, status: "True"}
      """;

  private static final String CLUSTER =
      """
      apiVersion: postgresql.cnpg.io/v1
      kind: Cluster
      metadata: {name: erp-db, namespace: core-production}
      spec:
        instances: 3
        backup:
          retentionPolicy: 30d
          barmanObjectStore:
            destinationPath: https://copies.blob.core.windows.net/erp
            azureCredentials: {inheritFromAzureAD: true}
      """;

  private static final String SCHEDULE =
      """
      apiVersion: postgresql.cnpg.io/v1
      kind: ScheduledBackup
      metadata: {name: nightly, namespace: core-production}
      spec:
        schedule: "0 0 2 * * *"
        cluster: {name: erp-db}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void anEstate() throws IOException {
    Files.createDirectory(folder.resolve("estate"));
    Files.writeString(
        folder.resolve("estate/estate.yaml"),
        """
        apiVersion: interlock.dev/v1
        kind: Organization
        metadata: {name: group}
        spec: {displayName: Group, currency: EUR, timeZone: Europe/Vienna}
        ---
        apiVersion: interlock.dev/v1
        kind: BackupPlan
        metadata: {name: erp}
        spec:
          displayName: By the operator
          method: cloudnative-pg
          every: PT10M
          keep: P30D
          target: copies/erp
        ---
        apiVersion: interlock.dev/v1
        kind: Service
        metadata: {name: postgresql}
        spec: {displayName: PostgreSQL, type: postgresql, backupPlan: erp}
        ---
        apiVersion: interlock.dev/v1
        kind: Environment
        metadata: {name: core-production}
        spec:
          displayName: Core
          tier: test
          hosting: dedicated
          region: westeurope
          services: [postgresql]
        """);
  }

  private static String backup(String name, String phase, Duration age, Duration length) {
    return """
    ---
    apiVersion: postgresql.cnpg.io/v1
    kind: Backup
    metadata: {name: %s, namespace: core-production}
    spec: {cluster: {name: erp-db}, method: barmanObjectStore}
    status:
      phase: %s
      startedAt: "%s"
      stoppedAt: "%s"
    """
        .formatted(name, phase, NOW.minus(age).minus(length), NOW.minus(age));
  }

  private static String good() {
    return backup("night", "completed", Duration.ofHours(20), Duration.ofMinutes(4));
  }

  private CliRun status(String... documents) throws IOException {
    Path file = folder.resolve("cnpg.yaml");
    Files.writeString(file, String.join("\n---\n", documents));
    return CliRun.of(
        "backup",
        "status",
        "--kubernetes",
        file.toString(),
        "--estate",
        folder.resolve("estate").toString());
  }

  private void finds(String rule, String words, String... documents) throws IOException {
    CliRun run = status(documents);
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " ")).contains(rule).contains(words);
  }

  @Test
  void what_is_as_the_plan_says_is_good() throws IOException {
    CliRun run = status(CLUSTER + STATUS, SCHEDULE, good());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void a_list_as_kubectl_exports_it_is_read() throws IOException {
    Path file = folder.resolve("list.yaml");
    String items =
        (CLUSTER + STATUS + "---\n" + SCHEDULE + good())
            .replaceAll("(?m)^", "    ")
            .replaceAll("(?m)^    ---\\n", "")
            .replaceAll("(?m)^    apiVersion", "  - apiVersion")
            .stripTrailing();
    Files.writeString(file, "apiVersion: v1\nkind: List\nitems:\n" + items + "\n");
    CliRun run =
        CliRun.of(
            "backup",
            "status",
            "--kubernetes",
            file.toString(),
            "--estate",
            folder.resolve("estate").toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void missed_failed_and_slow_ones_are_found() throws IOException {
    finds(
        "backup-missed",
        "its newest base backup is of",
        CLUSTER + STATUS,
        SCHEDULE,
        backup("old", "completed", Duration.ofHours(50), Duration.ofMinutes(4)));
    finds("backup-missed", "there is no good base backup", CLUSTER + STATUS, SCHEDULE);
    finds(
        "backup-failed",
        "its backup last failed: disk full",
        CLUSTER + STATUS,
        SCHEDULE,
        good()
            + backup("last", "failed", Duration.ofHours(1), Duration.ofMinutes(1))
            + "  error: disk full\n");
    StringBuilder history = new StringBuilder();
    for (int day = 1; day <= 4; day++) {
      Duration age = Duration.ofDays(day).plusHours(1);
      history.append(backup("d" + day, "completed", age, Duration.ofMinutes(4)));
    }
    finds(
        "backup-slow",
        "took 30 min, those before 4 min",
        CLUSTER + STATUS,
        SCHEDULE,
        history + backup("slow", "completed", Duration.ofHours(1), Duration.ofMinutes(30)));
  }

  @Test
  void schedules_that_are_absent_suspended_or_of_another_form_are_found() throws IOException {
    finds("backup-unscheduled", "no ScheduledBackup", CLUSTER + STATUS, good());
    finds(
        "backup-unscheduled",
        "is suspended",
        CLUSTER + STATUS,
        SCHEDULE + "  suspend: true\n",
        good());
    finds(
        "backup-unscheduled",
        "has five fields",
        CLUSTER + STATUS,
        SCHEDULE.replace("0 0 2 * * *", "0 2 * * *"),
        good());
    finds(
        "backup-unscheduled",
        "can't be read",
        CLUSTER + STATUS,
        SCHEDULE.replace("0 0 2 * * *", "nightly"),
        good());
  }

  @Test
  void a_log_that_is_not_archived_or_too_rarely_is_found() throws IOException {
    String none =
        CLUSTER.replaceAll("(?s)    barmanObjectStore.*", "    volumeSnapshot: {className: a}\n");
    finds("backup-too-rare", "archived nowhere", none + STATUS, SCHEDULE, good());
    finds(
        "backup-log-gap",
        "not archived any more",
        CLUSTER
            + STATUS.replace(
                "ContinuousArchiving, status: \"True\"", "ContinuousArchiving, status: \"False\""),
        SCHEDULE,
        good());
    finds(
        "backup-too-rare",
        "archived every 1 h",
        CLUSTER + "  postgresql: {parameters: {archive_timeout: 1h}}\n" + STATUS,
        SCHEDULE,
        good());
  }

  @Test
  void copies_that_are_kept_too_short_are_found_also_those_of_the_plugin() throws IOException {
    finds(
        "backup-retention",
        "kept for 14 days",
        CLUSTER.replace("30d", "2w") + STATUS,
        SCHEDULE,
        good());
    String plugin =
        CLUSTER.replaceAll(
            "(?s)  backup:.*",
            """
              plugins:
                - name: barman-cloud.cloudnative-pg.io
                  isWALArchiver: true
                  parameters: {barmanObjectName: copies}
            """);
    String store =
        """
        apiVersion: barmancloud.cnpg.io/v1
        kind: ObjectStore
        metadata: {name: copies, namespace: core-production}
        spec:
          retentionPolicy: 7d
          configuration: {destinationPath: "s3://copies/"}
        """;
    finds("backup-retention", "kept for 7 days", plugin + STATUS, store, SCHEDULE, good());
    finds("backup-retention", "ObjectStore copies is in none", plugin + STATUS, SCHEDULE, good());
  }

  @Test
  void what_nobody_can_know_is_unknown_and_never_good() throws IOException {
    finds("backup-missed", "cannot be judged: nothing tells which", CLUSTER, SCHEDULE);
    finds("backup-log-gap", "does not tell whether its log is archived", CLUSTER, SCHEDULE);
    finds(
        "backup-missed",
        "no Cluster in these files is of the environment core-production",
        CLUSTER.replace("namespace: core-production", "namespace: other") + STATUS);
    CliRun labelled =
        status(
            CLUSTER.replace(
                    "namespace: core-production",
                    "namespace: db, labels: {interlock.dev/environment: core-production}")
                + STATUS,
            SCHEDULE.replace("namespace: core-production", "namespace: db"),
            good().replace("namespace: core-production", "namespace: db"));
    assertThat(labelled.exit()).as(labelled.out()).isZero();
  }

  @Test
  void what_cannot_be_read_is_bad_input_and_so_is_nothing() throws IOException {
    assertThat(status("apiVersion: [").exit()).isEqualTo(2);
    CliRun nothing = CliRun.of("backup", "status", "--estate", folder.resolve("estate").toString());
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("nothing says where backups lie");
  }
}
