package dev.interlock.recovery.log;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the log, here a history of timelines, that the store does not give. */
class FetchedHistoryTest {

  private static final String SYSTEM = "7300000000000000001";
  private static final String HISTORY = "00000002.history";
  private static final String RECORD = StoreLayout.logRecord("test", SYSTEM, HISTORY);

  @TempDir private Path folder;

  private BackupStore store;
  private Backup record;

  @BeforeEach
  void store() throws IOException {
    store = FolderStore.create(folder.resolve("store"), InstantSource.system());
    StoredObject file = put(StoreLayout.logFile("test", SYSTEM, HISTORY));
    put(RECORD);
    Instant at = Instant.parse("2026-11-20T02:00:00Z");
    List<Part> parts = List.of(new Part(file.name(), file.bytes(), file.digest()));
    Log log = new Log(SYSTEM, 16 << 20, null, null, null, List.of(), null);
    record =
        new Backup("test", HISTORY, "wal", at, at, null, null, parts, null, null, log, null, at);
    Files.createDirectory(folder.resolve("log"));
  }

  private StoredObject put(String name) throws IOException {
    byte[] content = "1\t0/3000000\tno reason\n".getBytes(StandardCharsets.UTF_8);
    return store.put(name, new ByteArrayInputStream(content), null);
  }

  private StoredLog stored(BackupStore from) {
    return StoredLog.of(from, "test", SYSTEM, _ -> Optional.of(record));
  }

  private List<String> wrong(BackupStore from) {
    FetchLog fetch = new FetchLog(from, stored(store), folder.resolve("log"), null);
    fetch.histories();
    return fetch.wrong();
  }

  @Test
  void what_the_disk_does_not_give_back_is_wrong_with_the_log() {
    assertThat(wrong(store)).isEmpty();
    assertThat(wrong(BrokenStore.unreadable(store, HISTORY)))
        .containsExactly(HISTORY + " can't be read: Input/output error");
    assertThat(wrong(BrokenStore.archived(store, HISTORY)))
        .singleElement()
        .asString()
        .contains("archive");
  }

  @Test
  void a_store_that_breaks_off_says_nothing_about_the_log() {
    BackupStore broken = BrokenStore.breaking(store, HISTORY);
    assertFault(RecoveryCode.STORE_FAILED, () -> wrong(broken), "503");
  }

  @Test
  void a_record_in_an_archive_does_not_count_and_keeps_no_other_from_being_read() {
    assertThat(stored(store).untrusted()).isEmpty();
    assertThat(stored(BrokenStore.archived(store, RECORD)).untrusted()).containsExactly(HISTORY);
    BackupStore broken = BrokenStore.breaking(store, RECORD);
    assertFault(RecoveryCode.STORE_FAILED, () -> stored(broken), "503");
  }
}
