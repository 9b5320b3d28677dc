package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups go by the plan of the estate, signed; earlier ones only when two persons agree. */
class BackupPruneCommandTest {

  @TempDir private Path folder;

  private BackupsByPlan backups;

  @BeforeEach
  void make() throws IOException {
    backups = BackupsByPlan.in(folder);
  }

  private CliRun backup(String command, String... more) {
    return backups.backup(command, more);
  }

  private String file(String name) {
    return backups.file(name);
  }

  private List<String> there() {
    return backups.there();
  }

  private CliRun apply(String key, String... more) {
    List<String> words = new ArrayList<>(List.of("--apply", "--key", file(key + ".key")));
    words.addAll(List.of("--out", file("removed.json")));
    words.addAll(List.of(more));
    return backup("prune", words.toArray(String[]::new));
  }

  @Test
  void what_would_go_is_told_with_reasons_and_nothing_goes() {
    CliRun run = backup("prune");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("keep    d1  it is the newest good backup")
        .containsPattern("keep    d20  it is the last of day ")
        .contains("remove  d21  no rule keeps it", "remove  d22  no rule keeps it")
        .contains("2 backups to remove");
    assertThat(run.err()).contains("Nothing was removed");
    assertThat(there()).containsExactly("d1", "d20", "d21", "d22");
  }

  @Test
  void what_the_plan_keeps_no_longer_goes_and_that_is_signed_and_recorded() {
    CliRun run = apply("robot", "--record", file("ledger"));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(there()).containsExactly("d1", "d20");
    CliRun ledger = CliRun.of("ledger", "show", file("ledger"), "--key", file("robot.key.pub"));
    assertThat(ledger.out()).contains("custody");
  }

  @Test
  void what_an_interrupted_write_left_in_the_ledger_is_told_before_more_is_recorded()
      throws Exception {
    assertThat(apply("runner", "--record", file("ledger")).err()).doesNotContain("warning");
    approve("head", "head-of-it", "other.json");
    Files.writeString(Path.of(file("ledger")), "torn", StandardOpenOption.APPEND);
    Files.delete(Path.of(file("removed.json")));

    CliRun run =
        apply(
            "runner",
            "--remove",
            "d20",
            "--approval",
            file("other.json"),
            "--record",
            file("ledger"));

    assertThat(run.err()).contains("4 bytes behind the last checkpoint", "moved to", ".torn-");
  }

  @Test
  void a_key_whose_evidence_would_not_count_removes_nothing() {
    CliRun run = apply("head");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("REC021", "nothing was removed");
    assertThat(there()).hasSize(4);
  }

  @Test
  void what_the_plan_would_keep_goes_only_when_a_second_person_agrees_to_exactly_that() {
    assertThat(apply("runner", "--remove", "d20").err()).contains("REC021", "second person");
    assertThat(approve("self", "release-manager", "mine.json").exit()).isZero();
    assertThat(approve("head", "head-of-it", "other.json").exit()).isZero();
    assertThat(approve("head", "release-manager", "false.json").exit()).isEqualTo(1);

    assertThat(remove("runner", "mine.json", "d20").err()).contains("REC021", "own key");
    assertThat(remove("runner", "false.json", "d20").err()).contains("REC021", "does not count");
    assertThat(remove("robot", "other.json", "d20").err()).contains("REC021", "belongs to none");
    assertThat(there()).hasSize(4);
  }

  @Test
  void an_approved_removal_is_done_and_the_newest_backup_stays_all_the_same() {
    CliRun approved = approve("head", "head-of-it", "other.json");
    assertThat(approved.out()).contains("A second person must agree", "sha256:");

    CliRun run = remove("runner", "other.json", "d20");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(there()).containsExactly("d1");
    CliRun newest = backup("prune", "--remove", "d1");
    assertThat(newest.exit()).isEqualTo(1);
    assertThat(newest.out()).contains("keep    d1  it is the newest good backup");
  }

  @Test
  void the_log_that_no_base_backup_needs_goes_and_that_is_signed() throws IOException {
    backups.withLog();

    assertThat(backup("prune").out())
        .contains("remove  b30  no rule keeps it", "remove  4 files of the log, as no base backup");
    CliRun run = apply("robot");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("4 files of logs");
    assertThat(backups.logNames("files"))
        .containsExactly("6", "7", "8", "9", "A", "B", "00000002.history")
        .isEqualTo(backups.logNames("records"));
    assertThat(backup("prune").out()).doesNotContain("of the log");
  }

  @Test
  void the_log_of_a_base_backup_that_is_on_hold_stays() throws IOException {
    backups.withLog();
    CliRun held =
        backups.backup(
            "hold", "b30", "--reason", "a case", "--key", file("runner.key"), "--out", file("h"));

    assertThat(held.exit()).as(held.err()).isZero();
    assertThat(backup("prune").out()).contains("keep    b30", "remove  1 file of the log");
  }

  @Test
  void no_log_goes_while_a_backup_cannot_be_read() throws IOException {
    backups.withLog();
    backups
        .store()
        .put(
            "backups/core-production/unknown/manifest.dsse.json",
            new ByteArrayInputStream(new byte[] {'{'}),
            null);

    assertThat(backup("prune").out()).contains("remove  b30").doesNotContain("of the log");
  }

  @Test
  void an_approval_of_another_list_is_none() throws IOException {
    approve("head", "head-of-it", "other.json");
    backups.save("d23", CliRun.NOW.minus(Duration.ofDays(23)));

    assertThat(remove("runner", "other.json", "d20").err()).contains("REC021", "another list");
    assertThat(there()).hasSize(5);
  }

  private CliRun remove(String key, String approval, String name) {
    return apply(key, "--remove", name, "--approval", file(approval));
  }

  private CliRun approve(String key, String person, String out) {
    return backup(
        "approve",
        "--remove",
        "d20",
        "--person",
        person,
        "--role",
        "head-of-it",
        "--key",
        file(key + ".key"),
        "--out",
        file(out));
  }
}
