package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.CertificateFile;
import dev.interlock.evidence.Surroundings.Certificates;
import dev.interlock.evidence.Surroundings.Missed;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.evidence.Surroundings.Repository;
import dev.interlock.recovery.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands around a database is compared with plans of its own. */
class BackupStatusAroundTest {

  private static final Instant NOW = CliRun.NOW;

  @TempDir private Path folder;

  private BackupsByPlan backups;

  /** Redis every minute, configuration every five, certificates every week. */
  @BeforeEach
  void anEstate() throws IOException {
    backups = BackupsByPlan.in(folder);
    Path services = folder.resolve("estate/services/common.yaml");
    String text = Files.readString(services);
    assertThat(text).contains("type: certificates\n");
    Files.writeString(
        services,
        text.replace("type: certificates\n", "type: certificates\n  backupPlan: weekly\n"));
    Files.writeString(
        folder.resolve("estate/services/weekly.yaml"),
        """
        apiVersion: interlock.dev/v1
        kind: BackupPlan
        metadata: {name: weekly}
        spec:
          displayName: Certificates and their keys
          method: file-copy
          every: P7D
          keep: P30D
          target: backups
        """);
  }

  private static Surroundings around(Instant point, String certificate) {
    return new Surroundings(
        List.of(
            new Redis(
                "redis", "sessions", "redis-aof", "7.0.15", point, List.of(), null, List.of())),
        List.of(
            new Repository("traefik", "traefik.bundle", null, "c0ffee", List.of()),
            new Repository("dns", "dns.bundle", null, "c0ffee", List.of())),
        List.of(
            new Certificates(
                "certificates",
                "certificates.zip",
                List.of(
                    new CertificateFile(
                        "tls.pem", certificate.isEmpty() ? List.of() : List.of(certificate), 0)))),
        List.of());
  }

  private CliRun status(String... more) {
    return backups.backup("status", more);
  }

  @Test
  void what_was_never_saved_is_missed_and_what_is_copied_elsewhere_is_unknown() {
    CliRun run = status();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("high  backup-missed  core-production/redis: there is no good copy of redis")
        .contains("with --redis;")
        .contains("high  backup-missed  core-production/traefik: there is no good copy of traefik")
        .contains("core-production/certificates: there is no good copy of certificates by plan")
        .contains("medium  backup-missed  core-production/bank-link: cannot be judged: copies of")
        .contains("by blob-versioning lie in no store");
    assertThat(status("--format", "json").out())
        .contains("\"subject\": \"core-production/redis\"")
        .contains("\"fingerprint\": \"backup-missed:core-queue:core-production/redis\"");
  }

  @Test
  void what_was_saved_in_time_is_good_and_what_was_not_is_told_with_its_age() throws IOException {
    Instant point = NOW.minusSeconds(70);
    backups.save("d0", point, around(point, "ab"));
    assertThat(status().out())
        .doesNotContain("core-production/redis", "core-production/traefik", "/certificates");

    CliRun later = at(NOW.plus(Duration.ofMinutes(6)));
    assertThat(later.out())
        .contains("core-production/redis: the newest copy of redis is of")
        .contains("7 min 10 s ago; the plan says every 1 min")
        .contains("core-production/traefik: the newest copy of traefik is of")
        .doesNotContain("/certificates");
    assertThat(at(NOW.plus(Duration.ofDays(9))).out())
        .contains("core-production/certificates: the newest copy of certificates is of");
  }

  @Test
  void what_could_not_be_saved_or_read_is_told() throws IOException {
    backups.save("d0", NOW.minusSeconds(70), around(NOW.minusSeconds(70), ""));
    Missed missed = new Missed("redis", "it does not answer");
    backups.save(
        "d00",
        NOW.minusSeconds(10),
        new Surroundings(List.of(), List.of(), List.of(), List.of(missed)));

    assertThat(status().out())
        .contains("backup-failed  core-production/redis: the backup d00 could not save it: it does")
        .contains("core-production/certificates: cannot be judged: nothing in the newest copy");

    Path manifest =
        folder.resolve("store").resolve(StoreLayout.manifest(BackupsByPlan.ENVIRONMENT, "d0"));
    Files.delete(manifest);
    Files.writeString(manifest, "{");
    assertThat(status().out())
        .contains(
            "core-production/redis: cannot be judged: the backup d0 may hold the newest copy");
  }

  private CliRun at(Instant now) {
    return CliRun.at(
        now,
        "backup",
        "status",
        backups.file("store"),
        "--estate",
        backups.file("estate"),
        "--environment",
        BackupsByPlan.ENVIRONMENT);
  }
}
