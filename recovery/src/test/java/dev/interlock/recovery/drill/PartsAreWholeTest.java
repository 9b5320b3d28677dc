package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.store.BrokenStore;
import dev.interlock.recovery.store.FolderStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsAreWholeTest {

  private static final String DUMP = "backups/test/one/database.dump";
  private static final String FILES = "backups/test/one/files.list";

  @TempDir private Path folder;

  private final List<Checked> told = new ArrayList<>();
  private BackupStore store;
  private Backup backup;

  @BeforeEach
  void backup() throws IOException {
    store = FolderStore.create(folder.resolve("store"), InstantSource.system());
    Instant at = Instant.parse("2026-11-20T02:00:00Z");
    List<Part> parts = List.of(stored(DUMP), stored(FILES));
    backup =
        new Backup("test", "one", "pg_dump", at, at, null, null, parts, null, null, null, null, at);
  }

  private Part stored(String name) throws IOException {
    byte[] content = ("what " + name + " holds").getBytes(StandardCharsets.UTF_8);
    StoredObject stored = store.put(name, new ByteArrayInputStream(content), null);
    return new Part(stored.name(), stored.bytes(), stored.digest());
  }

  private boolean fetch(BackupStore from) {
    return new PartsAreWhole(from, backup, RecoveryProgress.NONE)
        .fetch(new Stages(RecoveryProgress.NONE, System::nanoTime), told::add);
  }

  private void damage(String name) throws IOException {
    Files.writeString(folder.resolve("store").resolve(name), "other");
  }

  private void assertFailed(String... words) {
    assertThat(told)
        .singleElement()
        .satisfies(
            it -> assertThat(it.outcome()).isEqualTo(Outcome.FAIL),
            it -> assertThat(it.message()).contains(words));
  }

  @Test
  void a_store_that_fails_says_nothing_about_the_backup() {
    assertThatThrownBy(() -> fetch(BrokenStore.breaking(store, FILES)))
        .isInstanceOf(Fault.class)
        .hasMessage("S3 answers 503");
    assertThat(told).isEmpty();
  }

  @Test
  void damage_that_was_found_counts_more_than_a_store_that_fails_after_it() throws IOException {
    damage(DUMP);
    assertThat(fetch(BrokenStore.breaking(store, FILES))).isFalse();
    assertFailed(DUMP, "bytes instead of", "S3 answers 503");
  }

  @Test
  void a_disk_that_can_not_give_a_part_back_makes_a_bad_backup() {
    assertThat(fetch(BrokenStore.unreadable(store, DUMP))).isFalse();
    assertFailed(DUMP, "can't be read: Input/output error");
  }

  @Test
  void a_part_in_an_archive_makes_a_bad_backup() {
    assertThat(fetch(BrokenStore.archived(store, DUMP))).isFalse();
    assertFailed(DUMP, "archive");
  }

  @Test
  void every_part_that_is_not_there_or_not_the_same_is_named() throws IOException {
    damage(DUMP);
    Files.delete(folder.resolve("store").resolve(FILES));
    assertThat(fetch(store)).isFalse();
    assertFailed(DUMP, "bytes instead of", FILES, "is not there");
  }
}
