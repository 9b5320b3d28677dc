package dev.interlock.recovery.filestore;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.filestore.FileProblem.Kind;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.Mounted;
import dev.interlock.recovery.store.SealedStore;
import dev.interlock.recovery.store.SetClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CopyFilestoreTest {

  @TempDir private Path temp;
  private final SetClock clock = new SetClock();
  private Path filestore;
  private BackupStore store;

  @BeforeEach
  void create() throws IOException {
    filestore = Files.createDirectories(temp.resolve("filestore/acme"));
    store = FolderStore.create(temp.resolve("store"), clock);
  }

  private CopiedFiles copy(FileList list) {
    return new CopyFilestore(store, CopyFilestore.THREADS, FileProgress.NONE)
        .copy(filestore, list, null);
  }

  private byte[] stored(AttachmentFile file) throws IOException {
    try (InputStream in = store.open(file.inStore())) {
      return in.readAllBytes();
    }
  }

  @Test
  void second_copy_brings_only_what_is_new() throws IOException {
    var first = Filestores.make(filestore, 300, 5000);
    CopiedFiles copied = copy(Filestores.list(store, first.keySet()));
    FileTotals all = Filestores.list(store, "backups/core/b/files.list", first.keySet()).totals();
    assertThat(copied).isEqualTo(new CopiedFiles(all, FileTotals.NONE, none()));
    byte[] content = Filestores.ascii("one more");
    AttachmentFile more = Filestores.of(content);
    Filestores.lay(filestore, more, content);
    var second = new ArrayList<>(first.keySet());
    second.add(more);
    second.sort((a, b) -> a.name().compareTo(b.name()));
    CopiedFiles again = copy(Filestores.list(store, "backups/core/c/files.list", second));
    assertThat(again).isEqualTo(new CopiedFiles(new FileTotals(1, 8), all, none()));
    for (var file : first.entrySet()) {
      assertThat(stored(file.getKey())).isEqualTo(file.getValue());
    }
  }

  @Test
  void a_file_is_kept_whose_row_tells_another_size() throws IOException {
    byte[] content = Filestores.ascii("as its name says");
    AttachmentFile file = Filestores.of(content);
    Filestores.lay(filestore, file, content);
    AttachmentFile row = new AttachmentFile(file.name(), 0);
    for (String backup : List.of("backups/core/b/files.list", "backups/core/c/files.list")) {
      CopiedFiles copied = copy(Filestores.list(store, backup, List.of(row)));
      assertThat(copied.problems().named()).containsExactly(FileProblem.size(row, content.length));
    }
    assertThat(stored(file)).isEqualTo(content);
  }

  private static FileProblems none() {
    return new FileProblems(Map.of(), List.of());
  }

  @Test
  void sealed_store_is_copied_to_incrementally_too() {
    var files = Filestores.make(filestore, 50, 200_000);
    store = new SealedStore(store, SealingKey.generate());
    FileList list = Filestores.list(store, files.keySet());
    assertThat(copy(list).stored()).isEqualTo(list.totals());
    assertThat(copy(list).known()).isEqualTo(list.totals());
  }

  @Test
  void what_is_not_what_its_name_tells_is_told_and_not_stored() throws Exception {
    var files = new ArrayList<>(Filestores.make(filestore, 20, 5000).keySet());
    files.removeIf(f -> f.bytes() < 10);
    Path[] paths = files.stream().map(f -> filestore.resolve(f.name())).toArray(Path[]::new);
    Files.delete(paths[0]);
    Files.write(paths[1], new byte[(int) files.get(1).bytes() - 1]);
    Files.write(paths[2], new byte[(int) files.get(2).bytes() + 1]);
    Files.write(paths[3], new byte[(int) files.get(3).bytes()]);
    Path moved = Files.move(paths[4], temp.resolve("moved"));
    Files.createSymbolicLink(paths[4], moved);
    Files.delete(paths[5]);
    Files.createDirectory(paths[5]);
    Files.delete(paths[6]);
    assertThat(new ProcessBuilder("mkfifo", paths[6].toString()).start().waitFor()).isZero();
    CopiedFiles copied = copy(Filestores.list(store, files));
    FileProblems problems = copied.problems();
    assertThat(problems.named().stream().map(FileProblem::kind))
        .containsExactly(
            Kind.MISSING,
            Kind.SHORT,
            Kind.LONG,
            Kind.WRONG_CONTENT,
            Kind.NOT_A_FILE,
            Kind.NOT_A_FILE,
            Kind.NOT_A_FILE);
    assertThat(problems.names(Kind.MISSING)).containsExactly(files.get(0).name());
    assertThat(problems.text()).contains(files.get(0).name() + " is not there", "and 2 more");
    assertThat(copied.stored().files()).isEqualTo(files.size() - 7);
    for (AttachmentFile file : files.subList(0, 7)) {
      assertThat(store.size(file.inStore())).isEmpty();
    }
  }

  @Test
  void folder_that_is_a_link_is_not_followed() throws IOException {
    AttachmentFile file = Filestores.make(filestore, 1, 100).firstKey();
    Path folder = filestore.resolve(file.name()).getParent();
    Path moved = Files.move(folder, temp.resolve("elsewhere"));
    Files.createSymbolicLink(folder, moved);
    CopiedFiles copied = copy(Filestores.list(store, List.of(file)));
    assertThat(copied.problems().names(Kind.NOT_A_FILE)).containsExactly(file.name());
  }

  @Test
  void file_that_cannot_be_read_is_told_and_the_others_are_copied() throws Exception {
    AttachmentFile empty = Filestores.of(new byte[0]);
    Filestores.lay(filestore, empty, new byte[0]);
    var files = new ArrayList<>(Filestores.make(filestore, 5, 100).keySet());
    files.removeIf(f -> f.bytes() == 0);
    files.add(empty);
    files.sort((a, b) -> a.name().compareTo(b.name()));
    // The memory of another process looks like an empty file, and has no first byte.
    try (Mounted _ = Mounted.file(Path.of("/proc/1/mem"), filestore.resolve(empty.name()))) {
      CopiedFiles copied = copy(Filestores.list(store, files));
      assertThat(copied.problems().names(Kind.UNREADABLE)).containsExactly(empty.name());
      assertThat(copied.problems().count()).isEqualTo(1);
      assertThat(copied.stored().files()).isEqualTo(files.size() - 1);
    }
  }

  @Test
  void file_that_is_short_in_the_store_is_told() throws IOException {
    AttachmentFile file = Filestores.make(filestore, 1, 5000).firstKey();
    FileList list = Filestores.list(store, List.of(file));
    copy(list);
    Path lies = temp.resolve("store").resolve(file.inStore());
    Files.delete(lies);
    Files.write(lies, new byte[3]);
    FileProblems problems = copy(list).problems();
    assertThat(problems.names(Kind.DAMAGED_IN_STORE)).containsExactly(file.name());
  }

  @Test
  void files_that_vanish_while_copying_are_told_and_the_others_are_copied() throws Exception {
    var files = Filestores.make(filestore, 2000, 100);
    FileList list = Filestores.list(store, files.keySet());
    List<AttachmentFile> last = List.copyOf(files.keySet()).subList(1000, 2000);
    FileProgress deletes =
        (done, _) -> {
          if (done.files() == 64) {
            last.forEach(f -> deleteQuietly(filestore.resolve(f.name())));
          }
        };
    CopiedFiles copied =
        new CopyFilestore(store, CopyFilestore.THREADS, deletes).copy(filestore, list, null);
    assertThat(copied.problems().count(Kind.MISSING)).isEqualTo(1000);
    assertThat(copied.stored().files()).isEqualTo(1000);
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void missing_filestore_is_one_fault_and_not_many_missing_files() {
    FileList list = Filestores.list(store, List.of(Filestores.of(new byte[3])));
    filestore = temp.resolve("filestore/other");
    assertFault(RecoveryCode.BACKUP_FAILED, () -> copy(list), "other", "mounted");
    FileList empty = Filestores.list(store, "backups/core/b/files.list", List.of());
    assertThat(copy(empty).stored()).isEqualTo(FileTotals.NONE);
  }

  @Test
  void damaged_list_copies_nothing() throws IOException {
    var files = Filestores.make(filestore, 10, 100);
    byte[] text = Filestores.text(files.keySet());
    Path cut = Files.write(temp.resolve("list"), Arrays.copyOf(text, text.length - 20));
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> copy(FileList.at(cut)), "cut off");
    try (Stream<Listed> objects = store.list("files/")) {
      assertThat(objects).isEmpty();
    }
  }

  @Test
  void files_are_immutable_as_long_as_the_backup_that_needs_them_longest() {
    SortedMap<AttachmentFile, byte[]> files = Filestores.make(filestore, 20, 100);
    FileList list = Filestores.list(store, files.keySet());
    Instant first = clock.instant().plusSeconds(100);
    Instant second = clock.instant().plusSeconds(200);
    for (Instant until : List.of(first, second, first)) {
      new CopyFilestore(store, 2, FileProgress.NONE).copy(filestore, list, until);
    }
    try (Stream<Listed> objects = store.list("files/")) {
      assertThat(objects).hasSize(20).allMatch(o -> second.equals(o.immutableUntil()));
    }
  }

  @Test
  void progress_grows_to_the_end() {
    var files = Filestores.make(filestore, 1000, 100);
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    FileList list = Filestores.list(store, files.keySet());
    FileTotals all = list.totals();
    FileProgress progress =
        (done, total) -> {
          assertThat(total).isEqualTo(all);
          told.add(done.files());
        };
    new CopyFilestore(store, CopyFilestore.THREADS, progress).copy(filestore, list, null);
    assertThat(told).isSorted().hasSizeBetween(10, 20).endsWith(1000L);
  }
}
