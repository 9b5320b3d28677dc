package dev.interlock.recovery.filestore;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.filestore.FileProblem.Kind;
import dev.interlock.recovery.store.BrokenStore;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.Mounted;
import dev.interlock.recovery.store.SealedStore;
import dev.interlock.recovery.store.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RestoreFilestoreTest {

  @TempDir private Path temp;
  private BackupStore folder;
  private BackupStore store;
  private Path target;

  @BeforeEach
  void create() {
    folder = FolderStore.create(temp.resolve("store"), new SetClock());
    store = folder;
    target = temp.resolve("restored/filestore");
  }

  private SortedMap<AttachmentFile, byte[]> backup(int files, int largest) {
    Path source = temp.resolve("source");
    SortedMap<AttachmentFile, byte[]> made = Filestores.make(source, files, largest);
    FileList list = Filestores.list(store, made.keySet());
    new CopyFilestore(store, CopyFilestore.THREADS, FileProgress.NONE).copy(source, list, null);
    return made;
  }

  private RestoredFiles restore(BackupStore from) {
    return new RestoreFilestore(from, 4, FileProgress.NONE)
        .restore(FileList.in(from, Filestores.LIST), target, "acme_restore");
  }

  @Test
  void a_file_that_the_disk_does_not_give_back_is_named_and_the_others_come() {
    AttachmentFile bad = backup(20, 2000).firstKey();
    RestoredFiles restored = restore(BrokenStore.unreadable(store, bad.name()));
    assertThat(restored.problems().named())
        .containsExactly(FileProblem.inStore(bad, "it can't be read: Input/output error"));
    assertThat(restored.restored().files()).isEqualTo(19);
  }

  @Test
  void a_file_in_an_archive_is_told_as_that() {
    AttachmentFile far = backup(3, 2000).firstKey();
    RestoredFiles restored = restore(BrokenStore.archived(store, far.name()));
    assertThat(restored.problems().text()).contains(far.name(), "archive");
  }

  @Test
  void a_store_that_breaks_off_is_no_bad_file() {
    AttachmentFile one = backup(3, 2000).firstKey();
    assertFault(
        RecoveryCode.STORE_FAILED, () -> restore(BrokenStore.breaking(store, one.name())), "503");
  }

  private void damage(AttachmentFile file, byte[] content) {
    try {
      Path lies = temp.resolve("store").resolve(file.inStore());
      Files.delete(lies);
      Files.write(lies, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everything_comes_back_under_the_name_that_odoo_expects() throws IOException {
    var files = backup(300, 5000);
    RestoredFiles restored = restore(store).orFault();
    assertThat(restored.folder()).isEqualTo(target.toRealPath().resolve("acme_restore"));
    assertThat(restored.restored().files()).isEqualTo(300);
    for (var file : files.entrySet()) {
      assertThat(restored.folder().resolve(file.getKey().name())).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void all_that_is_missing_or_damaged_is_told_and_nothing_wrong_is_left() throws IOException {
    var files = new ArrayList<>(backup(30, 5000).keySet());
    files.removeIf(f -> f.bytes() < 10);
    Files.delete(temp.resolve("store").resolve(files.get(0).inStore()));
    damage(files.get(1), new byte[(int) files.get(1).bytes() - 3]);
    damage(files.get(2), new byte[(int) files.get(2).bytes() + 3]);
    damage(files.get(3), new byte[(int) files.get(3).bytes()]);
    RestoredFiles restored = restore(store);
    assertThat(restored.problems().named().stream().map(FileProblem::kind))
        .containsExactly(Kind.MISSING, Kind.SHORT, Kind.LONG, Kind.WRONG_CONTENT);
    assertThat(restored.restored().files()).isEqualTo(26);
    for (AttachmentFile file : files.subList(0, 4)) {
      assertThat(restored.folder().resolve(file.name())).doesNotExist();
    }
    assertFault(RecoveryCode.BACKUP_DAMAGED, restored::orFault, "4 files", files.get(3).name());
  }

  @Test
  void sealed_files_that_were_swapped_or_flipped_are_told() throws IOException {
    SealingKey key = SealingKey.generate();
    store = new SealedStore(folder, key);
    List<AttachmentFile> files = List.copyOf(backup(10, 100_000).keySet());
    Path lies = temp.resolve("store").resolve(files.get(0).inStore());
    byte[] sealed = Files.readAllBytes(lies);
    sealed[sealed.length - 1] ^= 1;
    damage(files.get(0), sealed);
    Files.copy(
        temp.resolve("store").resolve(files.get(2).inStore()),
        temp.resolve("store").resolve(files.get(1).inStore()),
        StandardCopyOption.REPLACE_EXISTING);
    RestoredFiles restored = restore(store);
    assertThat(restored.problems().names(Kind.DAMAGED_IN_STORE)).contains(files.get(0).name());
    assertThat(restored.problems().count()).isEqualTo(2);
    assertThat(restored.folder().resolve(files.get(0).name())).doesNotExist();
    assertThat(restored.folder().resolve(files.get(1).name())).doesNotExist();
  }

  @Test
  void wrong_key_ends_the_restore_at_once() {
    store = new SealedStore(folder, SealingKey.generate());
    backup(10, 100);
    BackupStore other = new SealedStore(folder, SealingKey.generate());
    assertFault(RecoveryCode.WRONG_KEY, () -> restore(other), "another key");
    assertThat(target).doesNotExist();
  }

  @Test
  void folder_with_anything_in_it_is_not_restored_into() throws IOException {
    backup(3, 100);
    Path there = Files.createDirectories(target.resolve("acme_restore"));
    restore(store);
    assertFault(RecoveryCode.RESTORE_FAILED, () -> restore(store), "not empty");
    try (Stream<Path> files = Files.walk(there)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(3);
    }
  }

  @Test
  void link_in_the_place_of_the_folder_is_not_followed() throws IOException {
    backup(3, 100);
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createDirectories(target);
    Files.createSymbolicLink(target.resolve("acme_restore"), outside);
    assertFault(RecoveryCode.RESTORE_FAILED, () -> restore(store), "link");
    assertThat(outside).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../acme", "a/b", "a\nb", "a\\b"})
  void name_that_leads_elsewhere_gets_another_folder(String database) {
    backup(1, 100);
    FileList list = FileList.in(store, Filestores.LIST);
    RestoreFilestore restore = new RestoreFilestore(store, 1, FileProgress.NONE);
    Path folder = restore.restore(list, target, database).folder();
    assertThat(folder).hasParent(target.toAbsolutePath()).isDirectory();
    assertThat(folder.getFileName().toString()).startsWith("database-");
  }

  @Test
  void full_disk_is_told_with_its_place() throws Exception {
    backup(40, 200_000);
    try (Mounted disk = Mounted.disk(Files.createDirectory(temp.resolve("disk")), "1m")) {
      target = disk.at();
      assertFault(RecoveryCode.RESTORE_FAILED, () -> restore(store), disk.at().toString(), "full");
    }
  }
}
