package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup on hold stays whatever the plan says, until two persons release it. */
class BackupHoldCommandTest {

  @TempDir private Path folder;

  private BackupsByPlan backups;
  private int files;

  @BeforeEach
  void make() throws IOException {
    backups = BackupsByPlan.in(folder);
  }

  @Test
  void a_held_backup_stays_and_is_told_everywhere_by_the_store_alone() {
    assertThat(hold("runner", "d22").exit()).isZero();

    assertThat(backups.backup("prune").out())
        .contains("keep    d22  it is on hold: case 4711")
        .contains("remove  d21  no rule keeps it");
    assertThat(prune("robot").exit()).isZero();
    assertThat(backups.there()).containsExactly("d1", "d20", "d22");
    assertThat(run("list").out()).containsPattern("d22 .*, ON HOLD: case 4711");
    assertThat(run("list", "--format", "json").out()).contains("on hold: case 4711");
    assertThat(run("status").out()).contains("core-production/d22 is on hold: case 4711");
  }

  @Test
  void not_even_two_persons_remove_what_is_on_hold() {
    hold("runner", "d20");

    CliRun run = backups.backup("prune", "--remove", "d20");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("keep    d20  it is on hold: case 4711");
  }

  @Test
  void a_hold_ends_by_itself_when_it_says_so() {
    assertThat(hold("runner", "d22", "--until", CliRun.NOW.minusSeconds(1).toString()).err())
        .contains("REC043", "is over");
    String until = CliRun.NOW.plus(Duration.ofDays(2)).toString();
    assertThat(hold("runner", "d22", "--until", until).exit()).isZero();

    assertThat(backups.backup("prune").out()).contains("on hold until " + until);
    assertThat(CliRun.at(CliRun.NOW.plus(Duration.ofDays(3)), words("prune", "")).out())
        .contains("remove  d22");
  }

  @Test
  void a_release_needs_a_second_person_who_agreed_to_exactly_these_holds() {
    hold("runner", "d22");
    assertThat(release("runner", "d22", null).err()).contains("REC021", "second person");
    assertThat(release("robot", "d22", null).err()).contains("REC021", "belongs to none");
    String own = approve("self", "release-manager", "d22");
    assertThat(release("runner", "d22", own).err()).contains("REC021", "own key");
    String before = approve("head", "head-of-it", "d22");
    hold("runner", "d22", "--until", CliRun.NOW.plus(Duration.ofDays(2)).toString());
    assertThat(release("runner", "d22", before).err()).contains("REC021", "another list");
    assertThat(backups.backup("prune").out()).contains("keep    d22  it is on hold");

    CliRun run = release("runner", "d22", approve("head", "head-of-it", "d22"));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(backups.backup("prune").out()).contains("remove  d22  no rule keeps it");
    assertThat(release("runner", "d22", own).err()).contains("REC043", "on no hold");
  }

  @Test
  void a_release_whose_approval_is_gone_releases_nothing() throws IOException {
    hold("runner", "d22");
    release("runner", "d22", approve("head", "head-of-it", "d22"));
    try (Stream<Path> records = Files.list(folder.resolve("store/holds/core-production"))) {
      Files.delete(
          records
              .filter(it -> it.toString().endsWith(".approval.dsse.json"))
              .findAny()
              .orElseThrow());
    }

    assertThat(backups.backup("prune").out()).contains("keep    d22  it is on hold");
    assertThat(run("list").out()).contains("does not count: the approval of a second person");
  }

  @Test
  void a_hold_that_nobody_can_prove_keeps_all_the_same_and_is_told() throws IOException {
    assertThat(hold("head", "d22").err()).contains("REC021", "nothing was done");
    hold("runner", "d22");
    backups.forget("runner");

    assertThat(backups.backup("prune").out())
        .contains("keep    d22  it is on hold: case 4711 (not");
    assertThat(run("status").out()).contains("backup-hold-unproven");
    assertThat(run("status").exit()).isEqualTo(1);
  }

  @Test
  void a_record_that_cannot_be_read_keeps_every_backup_of_its_environment() throws IOException {
    backups
        .store()
        .put(
            "holds/core-production/x.dsse.json",
            new ByteArrayInputStream("{".getBytes(StandardCharsets.UTF_8)),
            null);

    assertThat(backups.backup("prune").out())
        .contains("keep    d21  it is on hold (not proven: its record can't be read")
        .contains("0 backups to remove");
  }

  @Test
  void a_record_that_was_changed_keeps_every_backup_of_its_environment() throws IOException {
    hold("runner", "d22");
    try (Stream<Path> records = Files.list(folder.resolve("store/holds/core-production"))) {
      Path record = records.findAny().orElseThrow();
      restate(record, says -> says.replace("\"d22\"", "\"d23\""));
    }

    assertThat(backups.backup("prune").out())
        .contains("keep    d21  it is on hold (not proven: its record can't be read")
        .contains("keep    d22  it is on hold (not proven: its record can't be read");
    assertThat(run("status").out()).contains("backup-hold-unproven");
  }

  @Test
  void the_end_of_a_hold_that_nobody_can_prove_does_not_count() throws IOException {
    hold("runner", "d22", "--until", CliRun.NOW.plus(Duration.ofDays(2)).toString());
    backups.forget("runner");

    assertThat(CliRun.at(CliRun.NOW.plus(Duration.ofDays(3)), words("prune", "")).out())
        .contains("keep    d22  it is on hold until ");
  }

  @Test
  void a_backup_that_is_not_there_is_not_held() {
    assertThat(hold("runner", "d9").err()).contains("REC011", "there is no backup");
    assertThat(hold("runner", "../d9").err()).contains("REC011");
  }

  private static void restate(Path record, UnaryOperator<String> change) throws IOException {
    Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rw-------"));
    String envelope = Files.readString(record);
    Matcher payload = Pattern.compile("(\"payload\"\\s*:\\s*\")([^\"]*)").matcher(envelope);
    assertThat(payload.find()).isTrue();
    byte[] says = Base64.getDecoder().decode(payload.group(2));
    String changed = change.apply(new String(says, StandardCharsets.UTF_8));
    String text = Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
    assertThat(changed).isNotEqualTo(new String(says, StandardCharsets.UTF_8));
    Files.writeString(record, payload.replaceFirst("$1" + Matcher.quoteReplacement(text)));
  }

  private CliRun hold(String key, String name, String... more) {
    List<String> words = new ArrayList<>(List.of("--reason", "case 4711"));
    words.addAll(List.of("--key", backups.file(key + ".key"), "--out", newFile()));
    words.addAll(List.of(more));
    return CliRun.of(words("hold", name, words.toArray(String[]::new)));
  }

  private CliRun release(String key, String name, @Nullable String approval) {
    List<String> words = new ArrayList<>(List.of("--reason", "closed"));
    words.addAll(List.of("--key", backups.file(key + ".key"), "--out", newFile()));
    if (approval != null) {
      words.addAll(List.of("--approval", approval));
    }
    return CliRun.of(words("release", name, words.toArray(String[]::new)));
  }

  private String approve(String key, String person, String name) {
    String out = newFile();
    CliRun run =
        backups.backup(
            "approve",
            "--release",
            name,
            "--person",
            person,
            "--role",
            "head-of-it",
            "--key",
            backups.file(key + ".key"),
            "--out",
            out);
    assertThat(run.exit()).as(run.err()).isZero();
    return out;
  }

  private CliRun prune(String key) {
    return backups.backup(
        "prune", "--apply", "--key", backups.file(key + ".key"), "--out", newFile());
  }

  private String newFile() {
    return backups.file("out" + ++files + ".json");
  }

  private CliRun run(String command, String... more) {
    List<String> words =
        new ArrayList<>(List.of("backup", command, backups.file("store"), "--estate"));
    words.add(backups.file("estate"));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  private String[] words(String command, String name, String... more) {
    List<String> words = new ArrayList<>(List.of("backup", command, backups.file("store")));
    if (!name.isEmpty()) {
      words.add(name);
    }
    words.addAll(List.of("--estate", backups.file("estate")));
    words.addAll(List.of("--environment", BackupsByPlan.ENVIRONMENT));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }
}
