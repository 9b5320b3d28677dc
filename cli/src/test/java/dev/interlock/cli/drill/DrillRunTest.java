package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backup a drill takes, and what it says of those that it does not take. */
class DrillRunTest {

  private static final String FIRST = "20261118T020000Z";
  private static final String SECOND = "20261119T020000Z";

  @TempDir private Path folder;

  private SignedManifests store;

  @BeforeEach
  void aStore() {
    store = SignedManifests.in(folder);
  }

  @Test
  void a_drill_by_a_key_that_is_not_trusted_says_that_it_does_not_count() throws Exception {
    store.add(FIRST, FIRST);

    CliRun run = store.drill("--backup", FIRST);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("this drill does not count: ");
  }

  @Test
  void the_manifest_of_another_backup_is_named() throws Exception {
    store.add(SECOND, FIRST);
    store.trust();

    CliRun run = store.drill("--backup", SECOND);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("its manifest is that of core-production/" + FIRST);
  }

  @Test
  void a_newer_backup_that_does_not_count_is_not_passed_over_in_silence() throws Exception {
    store.add(FIRST, FIRST);
    store.add(SECOND, FIRST);
    store.trust();

    CliRun run = store.drill();

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("backup/newest-counts: passed over " + SECOND, "its manifest is that of")
        .doesNotContain("drill does not count");
  }

  @ParameterizedTest
  @ValueSource(strings = {"database.dump", "database/toc.dat", "base.zip"})
  void a_newer_backup_whose_manifest_is_gone_is_not_taken_for_one_that_was_never_finished(
      String database) throws Exception {
    store.add(FIRST, FIRST);
    store.trust();
    Path begun = store.backup(SECOND);
    Path part = begun.resolve(database);
    Files.createDirectories(Objects.requireNonNull(part.getParent()));
    Files.writeString(part, "x");
    CliRun unfinished = store.drill();
    Files.writeString(begun.resolve("files.list"), "");

    CliRun lost = store.drill();

    assertThat(unfinished.err())
        .contains("passed over " + SECOND + ": it has no manifest")
        .doesNotContain("backup/newest-counts");
    assertThat(lost.exit()).as(lost.err()).isEqualTo(1);
    assertThat(lost.err())
        .contains("backup/newest-counts: passed over " + SECOND + ": its manifest is gone");
  }

  @Test
  void where_no_backup_counts_the_newest_tells_why() throws Exception {
    store.add(FIRST, FIRST);
    store.add(SECOND, SECOND);

    CliRun run = store.drill();

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("backup/manifest-is-trusted: the manifest does not count: ")
        .contains("trust");
  }

  @Test
  void a_sealed_backup_without_a_key_is_no_fault_of_the_backup() throws Exception {
    store.add(FIRST, FIRST, "pg-dump", "sealedWith: sha256:" + "1".repeat(64) + "\n");
    store.trust();

    CliRun run = store.drill();

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("--seal-key: error: " + FIRST + " is sealed with the key sha256:11");
  }

  @Test
  void a_key_that_a_backup_does_not_need_is_not_held_against_it() throws Exception {
    store.add(FIRST, FIRST);
    store.trust();
    String seal = folder.resolve("seal.key").toString();
    assertThat(CliRun.of("backup", "keygen", "--out", seal).exit()).isZero();

    CliRun run = store.drill("--seal-key", seal);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains(FIRST + " is not sealed; the key of --seal-key was not needed")
        .contains("backup/parts-are-whole")
        .doesNotContain("is damaged");
  }

  @Test
  void files_that_were_saved_alone_are_never_taken_for_a_backup_of_the_database() throws Exception {
    store.add(FIRST, FIRST);
    store.add(SECOND, SECOND, "file-copy", "");
    store.trust();

    CliRun newest = store.drill();
    CliRun named = store.drill("--backup", SECOND);

    assertThat(newest.exit()).as(newest.err()).isEqualTo(1);
    assertThat(newest.err()).contains("core-production/" + FIRST).doesNotContain(SECOND);
    assertThat(named.exit()).as(named.err()).isEqualTo(2);
    assertThat(named.err()).contains("--backup: error: " + SECOND + " holds files alone");
  }
}
