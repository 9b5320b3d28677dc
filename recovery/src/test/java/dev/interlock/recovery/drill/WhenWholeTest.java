package dev.interlock.recovery.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoredObject;
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

class WhenWholeTest {

  private static final String COPY = "backups/test/one/base.tar";

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private Backup backup;

  @BeforeEach
  void store() throws IOException {
    byte[] content = "the copy".getBytes(StandardCharsets.UTF_8);
    StoredObject stored = open().put(COPY, new ByteArrayInputStream(content), null);
    Instant at = Instant.parse("2026-11-20T02:00:00Z");
    Part part = new Part(stored.name(), stored.bytes(), stored.digest());
    backup =
        new Backup(
            "test",
            "one",
            "base-backup",
            at,
            at,
            null,
            null,
            List.of(part),
            null,
            null,
            null,
            null,
            at);
  }

  private BackupStore open() {
    return FolderStore.create(folder.resolve("store"), InstantSource.system());
  }

  private boolean fetch() {
    PartsAreWhole parts = new PartsAreWhole(open(), backup, RecoveryProgress.NONE);
    Restoration restoration =
        new WhenWhole(
            parts,
            () -> {
              told.add("looked at");
              throw new Fault(RecoveryCode.STORE_FAILED.code(), "the log cannot be listed");
            });
    try (restoration) {
      return restoration.fetch(new Stages(RecoveryProgress.NONE, System::nanoTime), this::keep);
    }
  }

  private void keep(Checked found) {
    told.add(found.check() + " " + found.outcome());
  }

  @Test
  void what_grows_beside_a_backup_is_looked_at_when_its_parts_are_known_to_be_whole() {
    assertThatThrownBy(this::fetch).hasMessage("the log cannot be listed");

    assertThat(told).containsExactly(PartsAreWhole.NAME + " " + Outcome.PASS, "looked at");
  }

  @Test
  void of_a_damaged_backup_nothing_more_is_looked_at() throws IOException {
    Files.writeString(folder.resolve("store").resolve(COPY), "the copi");

    assertThat(fetch()).isFalse();
    assertThat(told).containsExactly(PartsAreWhole.NAME + " " + Outcome.FAIL);
  }
}
