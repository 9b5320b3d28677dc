package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.cli.CliRun;
import dev.interlock.evidence.Backup;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drill says of backups that nobody should restore: no PostgreSQL is needed for that. */
class DrillRunCommandTest {

  private static final String ENVIRONMENT = "core-production";
  private static final Instant POINT = CliRun.NOW.minusSeconds(3_600);

  @TempDir private Path folder;

  private Path estate = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void trustAKey() throws IOException {
    estate = folder.resolve("estate");
    EstateCopy.of(Checkout.samples().resolve("estate"), estate);
    key = folder.resolve("runner.key");
    CliRun run =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            key.toString(),
            "--name",
            "runner",
            "--system",
            "runner",
            "--predicates",
            "backup,drill");
    Files.writeString(estate.resolve("people/keys.yaml"), run.out(), StandardOpenOption.APPEND);
  }

  private BackupStore store() {
    return StoredBackup.newFolder(folder.resolve("store"), InstantSource.fixed(CliRun.NOW));
  }

  private void save(String name, String told, SigningKey signer) throws IOException {
    BackupStore store = store();
    StoredObject dump =
        store.put(
            StoreLayout.part(ENVIRONMENT, name, "database.dump"),
            new ByteArrayInputStream("a dump".getBytes(StandardCharsets.UTF_8)),
            null);
    var backup =
        new Backup(
            ENVIRONMENT,
            told,
            "pg-dump",
            POINT,
            POINT,
            null,
            null,
            List.of(new Backup.Part(dump.name(), dump.bytes(), dump.digest())),
            null,
            POINT);
    byte[] manifest = new EvidenceSigner().sign(backup, signer).toJson().toArray();
    store.put(StoreLayout.manifest(ENVIRONMENT, name), new ByteArrayInputStream(manifest), null);
  }

  private SigningKey trusted() throws IOException {
    return SigningKey.parse(Files.readString(key));
  }

  private CliRun drill(String... more) {
    List<String> words =
        List.of(
            "drill",
            "run",
            "--estate",
            estate.toString(),
            "--environment",
            ENVIRONMENT,
            "--from",
            folder.resolve("store").toString(),
            "--place",
            folder.resolve("drills").toString(),
            "--key",
            key.toString(),
            "--out",
            folder.resolve("drill.json").toString());
    return CliRun.of(
        java.util.stream.Stream.concat(words.stream(), List.of(more).stream())
            .toArray(String[]::new));
  }

  private String shown() {
    return CliRun.of(
            "drill", "show", folder.resolve("drill.json").toString(), "--estate", estate.toString())
        .out();
  }

  @Test
  void a_manifest_of_an_unknown_key_fails_the_drill_and_that_is_signed_and_recorded()
      throws IOException {
    save("one", "one", SigningKey.generate());
    String ledger = folder.resolve("drills.ledger").toString();

    CliRun run = drill("--backup", "one", "--record", ledger);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(shown()).contains("NOT VERIFIED", "FAIL     backup/manifest-is-trusted");
    CliRun list = CliRun.of("ledger", "show", ledger, "--key", key + ".pub");
    assertThat(list.out()).contains("drill");
  }

  @Test
  void a_manifest_that_was_edited_fails_the_drill() throws IOException {
    save("one", "one", trusted());
    Path manifest = folder.resolve("store/" + StoreLayout.manifest(ENVIRONMENT, "one"));
    String text = Files.readString(manifest);
    Files.delete(manifest);
    Files.writeString(manifest, text.replaceFirst("\"payload\":\"e", "\"payload\":\"f"));

    CliRun run = drill("--backup", "one");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(shown()).contains("FAIL     backup/manifest-is-trusted");
  }

  @Test
  void a_manifest_of_another_backup_is_none_of_this_one() throws IOException {
    save("one", "two", trusted());

    CliRun run = drill("--backup", "one");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("FAIL");
  }

  @Test
  void a_backup_whose_part_was_changed_is_not_restored() throws IOException {
    save("one", "one", trusted());
    Path dump = folder.resolve("store/" + StoreLayout.part(ENVIRONMENT, "one", "database.dump"));
    Files.delete(dump);
    Files.writeString(dump, "a dumb");

    CliRun run = drill();

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(shown()).contains("FAIL     backup/parts-are-whole");
  }

  @Test
  void a_backup_that_was_never_finished_is_told_apart_and_is_no_harm() throws IOException {
    save("one", "one", trusted());
    store()
        .put(
            StoreLayout.part(ENVIRONMENT, "two", "database.dump"),
            new ByteArrayInputStream("half a d".getBytes(StandardCharsets.UTF_8)),
            null);

    CliRun idle = list();
    CliRun busy;
    try (BackupStore.Lease _ = store().lease(BackupStore.Access.TOGETHER)) {
      busy = list();
    }

    assertThat(idle.exit()).as(idle.out() + idle.err()).isZero();
    assertThat(idle.out())
        .contains(ENVIRONMENT + "  two  unfinished: whoever made it was stopped")
        .contains("1 backup, 1 unfinished");
    assertThat(busy.out()).contains("two  unfinished: it may be being made");
  }

  private CliRun list() {
    return CliRun.of(
        "backup", "list", folder.resolve("store").toString(), "--estate", estate.toString());
  }

  @Test
  void the_status_of_backups_follows_the_plan_of_the_estate() throws IOException {
    Path plans = estate.resolve("services/backup-plans.yaml");
    Files.writeString(plans, Files.readString(plans).replace("pgbackrest\n", "pg-dump\n"));
    save("one", "one", trusted());

    CliRun run = status("--environment", ENVIRONMENT, "--region", "northeurope");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "high  backup-missed  "
                + ENVIRONMENT
                + ": the newest moment that can be brought back is")
        .contains("high  backup-unsealed  " + ENVIRONMENT + "/one: it is not sealed")
        .contains("high  backup-unlocked  " + ENVIRONMENT + "/one: anybody can delete it")
        .contains("high  backup-missed  " + ENVIRONMENT + "/redis: there is no good copy of redis")
        .contains("11 findings in 1 environment with a backup plan");
    CliRun all = status("--format", "json");
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.out()).contains("\"verdict\": \"unknown\"").contains("shared-production");
  }

  private CliRun status(String... more) {
    List<String> words = new ArrayList<>(List.of("backup", "status"));
    words.add(folder.resolve("store").toString());
    words.addAll(List.of("--estate", estate.toString()));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  @Test
  void a_store_that_may_only_be_read_is_drilled_and_the_danger_told() throws Exception {
    save("one", "one", trusted());
    Path dump = folder.resolve("store/" + StoreLayout.part(ENVIRONMENT, "one", "database.dump"));
    Files.delete(dump);
    Files.writeString(dump, "a dumb");
    Path store = folder.resolve("store");
    assumeTrue(mount("--bind", store, store), "skipped: only root can mount");
    try {
      assertThat(mount("-oremount,bind,ro", store, null)).isTrue();

      CliRun run = drill();

      assertThat(run.exit()).as(run.err()).isEqualTo(1);
      assertThat(run.err()).contains("may only be read").contains("backup/parts-are-whole");
    } finally {
      new ProcessBuilder("umount", store.toString()).start().waitFor();
    }
  }

  private static boolean mount(String how, Path what, @Nullable Path where) throws Exception {
    List<String> words = new ArrayList<>(List.of("mount", how, what.toString()));
    if (where != null) {
      words.add(where.toString());
    }
    return new ProcessBuilder(words).start().waitFor() == 0;
  }

  @Test
  void a_name_that_is_not_there_is_told_with_those_that_are() throws IOException {
    save("one", "one", trusted());

    CliRun run = drill("--backup", "once");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is: one", "REC011");
    assertThat(folder.resolve("drill.json")).doesNotExist();
  }
}
