package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backup a drill takes, and what it says of those that it does not take. */
class DrillRunTest {

  private static final String ESTATE = Checkout.samples().resolve("estate").toString();
  private static final String FIRST = "20261118T020000Z";
  private static final String SECOND = "20261119T020000Z";

  @TempDir private Path folder;

  private String key = "";
  private String trusted = "";
  private Path store = Path.of("");

  @BeforeEach
  void aStore() {
    key = folder.resolve("runner.key").toString();
    CliRun.of(
        "evidence",
        "keygen",
        "--out",
        key,
        "--name",
        "runner",
        "--system",
        "drills",
        "--predicates",
        "backup,drill");
    store = folder.resolve("store");
    CliRun made =
        CliRun.of(
            "backup",
            "run",
            "--estate",
            ESTATE,
            "--environment",
            "core-production",
            "--database",
            "postgresql://nobody@127.0.0.1:1/none",
            "--filestore",
            folder.toString(),
            "--to",
            store.toString(),
            "--new-store",
            "--key",
            key);
    assertThat(made.exit()).as(made.err()).isEqualTo(3);
  }

  @Test
  void a_drill_by_a_key_that_is_not_trusted_says_that_it_does_not_count() throws Exception {
    manifest(FIRST, FIRST);

    CliRun run = drill(ESTATE, "--backup", FIRST);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("this drill does not count: ");
  }

  @Test
  void the_manifest_of_another_backup_is_named() throws Exception {
    manifest(SECOND, FIRST);

    CliRun run = drill(trusting(), "--backup", SECOND);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("its manifest is that of core-production/" + FIRST);
  }

  @Test
  void a_newer_backup_that_does_not_count_is_not_passed_over_in_silence() throws Exception {
    manifest(FIRST, FIRST);
    manifest(SECOND, FIRST);

    CliRun run = drill(trusting());

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("backup/newest-counts: passed over " + SECOND, "its manifest is that of")
        .doesNotContain("drill does not count");
  }

  @Test
  void a_newer_backup_whose_manifest_is_gone_is_not_taken_for_one_that_was_never_finished()
      throws Exception {
    manifest(FIRST, FIRST);
    Path begun = Files.createDirectories(store.resolve("backups/core-production").resolve(SECOND));
    Files.writeString(begun.resolve("database.dump"), "x");
    String estate = trusting();
    CliRun unfinished = drill(estate);
    Files.deleteIfExists(folder.resolve("drill.json"));
    Files.writeString(begun.resolve("files.list"), "");

    CliRun lost = drill(estate);

    assertThat(unfinished.err())
        .contains("passed over " + SECOND + ": it has no manifest")
        .doesNotContain("backup/newest-counts");
    assertThat(lost.exit()).as(lost.err()).isEqualTo(1);
    assertThat(lost.err())
        .contains("backup/newest-counts: passed over " + SECOND + ": its manifest is gone");
  }

  @Test
  void where_no_backup_counts_the_newest_tells_why() throws Exception {
    manifest(FIRST, FIRST);
    manifest(SECOND, SECOND);

    CliRun run = drill(ESTATE);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("backup/manifest-is-trusted: the manifest does not count: ")
        .contains("trust");
  }

  @Test
  void a_sealed_backup_without_a_key_is_no_fault_of_the_backup() throws Exception {
    manifest(FIRST, FIRST, "sealedWith: sha256:" + "1".repeat(64) + "\n");

    CliRun run = drill(trusting());

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("--seal-key: error: " + FIRST + " is sealed with the key sha256:11");
  }

  @Test
  void a_key_that_a_backup_does_not_need_is_not_held_against_it() throws Exception {
    manifest(FIRST, FIRST);
    String seal = folder.resolve("seal.key").toString();
    assertThat(CliRun.of("backup", "keygen", "--out", seal).exit()).isZero();

    CliRun run = drill(trusting(), "--seal-key", seal);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains(FIRST + " is not sealed; the key of --seal-key was not needed")
        .contains("backup/parts-are-whole")
        .doesNotContain("is damaged");
  }

  @Test
  void files_that_were_saved_alone_are_never_taken_for_a_backup_of_the_database() throws Exception {
    manifest(FIRST, FIRST);
    manifest(SECOND, SECOND, "file-copy", "");

    CliRun newest = drill(trusting());
    Files.delete(folder.resolve("drill.json"));
    CliRun named = drill(folder.resolve("estate").toString(), "--backup", SECOND);

    assertThat(newest.exit()).as(newest.err()).isEqualTo(1);
    assertThat(newest.err()).contains("core-production/" + FIRST).doesNotContain(SECOND);
    assertThat(named.exit()).as(named.err()).isEqualTo(2);
    assertThat(named.err()).contains("--backup: error: " + SECOND + " holds files alone");
  }

  @Test
  void a_dump_is_brought_to_no_other_moment() throws Exception {
    manifest(FIRST, FIRST);

    CliRun run = to(FIRST, "2026-11-18T10:15:00+01:00");

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("--to-time: error: " + FIRST + " brings back one moment only")
        .contains("only a base backup with its log");
    assertThat(to("", "2026-11-18T10:15:00+01:00").err()).contains("no base backup that counts");
  }

  @Test
  void a_moment_without_a_zone_or_to_come_is_refused() throws Exception {
    manifest(FIRST, FIRST);

    assertThat(to(FIRST, "2026-11-18T10:15:00").err()).contains("is no instant");
    CliRun later = to(FIRST, "2100-01-01T00:00:00Z");
    assertThat(later.exit()).isEqualTo(2);
    assertThat(later.err()).contains("this moment has not been yet");
  }

  @Test
  void a_base_backup_is_not_brought_to_a_moment_before_its_end() throws Exception {
    manifest(
        FIRST,
        FIRST,
        """
        log:
          system: "73"
          segmentBytes: 16777216
          first: "000000010000000000000003"
          last: "000000010000000000000003"
        """);

    CliRun run = to("", "2026-11-18T01:59:59Z");
    CliRun reached = to("", "2026-11-18T02:00:00Z");

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("lies before the end of the base backup " + FIRST)
        .contains("the earliest moment that it can be brought to is 2026-11-18T02:00:00Z");
    assertThat(reached.exit()).as(reached.err()).isEqualTo(1);
    assertThat(reached.err()).contains("backup/parts-are-whole");
  }

  private CliRun to(String backup, String moment) throws IOException {
    if (trusted.isEmpty()) {
      trusted = trusting();
    }
    return backup.isEmpty()
        ? drill(trusted, "--to-time", moment)
        : drill(trusted, "--to-time", moment, "--backup", backup);
  }

  private CliRun drill(String estate, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "drill",
                "run",
                "--estate",
                estate,
                "--environment",
                "core-production",
                "--from",
                store.toString(),
                "--place",
                folder.resolve("place").toString(),
                "--key",
                key,
                "--out",
                folder.resolve("drill.json").toString()));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  /** A backup of which only the manifest is there, signed. */
  private void manifest(String name, String says) throws IOException {
    manifest(name, says, "");
  }

  private void manifest(String name, String says, String more) throws IOException {
    manifest(name, says, "pg-dump", more);
  }

  private void manifest(String name, String says, String method, String more) throws IOException {
    Path stated =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            environment: core-production
            backup: %s
            method: %s
            begun: 2026-11-18T02:00:00Z
            point: 2026-11-18T02:00:00Z
            parts:
              - name: backups/core-production/%s/database.dump
                bytes: 1
                digest: sha256:%s
            at: 2026-11-18T02:10:00Z
            """
                    .formatted(says, method, says, "0".repeat(64))
                + more);
    Path place = Files.createDirectories(store.resolve("backups/core-production").resolve(name));
    String out = place.resolve("manifest.dsse.json").toString();
    CliRun signed =
        CliRun.of(
            "evidence", "sign", stated.toString(), "--kind", "backup", "--key", key, "--out", out);
    assertThat(signed.exit()).as(signed.err()).isZero();
  }

  /** An estate that trusts the key. */
  private String trusting() throws IOException {
    Path estate = folder.resolve("estate");
    try (var files = Files.walk(Path.of(ESTATE))) {
      for (Path file : files.toList()) {
        Files.copy(file, estate.resolve(Path.of(ESTATE).relativize(file).toString()));
      }
    }
    String publicKey =
        Files.readAllLines(Path.of(key + ".pub")).stream()
            .filter(line -> !line.startsWith("-"))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        estate.resolve("runner.yaml"),
        """
        apiVersion: interlock.dev/v1
        kind: TrustedKey
        metadata: {name: runner}
        spec: {publicKey: %s, system: drills, predicates: [backup, drill]}
        """
            .formatted(publicKey));
    return estate.toString();
  }
}
