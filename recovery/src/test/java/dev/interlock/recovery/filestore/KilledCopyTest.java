package dev.interlock.recovery.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.store.FolderStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is killed with SIGKILL, and made again. */
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledCopyTest {

  @TempDir private Path temp;

  @Test
  void killed_copy_leaves_only_right_files_and_the_next_one_brings_the_rest() throws Exception {
    Path filestore = temp.resolve("acme");
    Path folder = temp.resolve("store");
    BackupStore store = FolderStore.create(folder, InstantSource.system());
    FileList list = Filestores.list(store, Filestores.make(filestore, 3000, 3000).keySet());
    long stored = 0;
    for (int round = 0; round < 2; round++) {
      killAfter(stored + 300, folder, filestore);
      List<String> names = shared(store);
      assertThat(names).hasSizeBetween((int) stored + 1, 2999);
      assertThat(names).allSatisfy(name -> assertRight(store, name));
      stored = names.size();
    }
    BackupStore again = FolderStore.open(folder, InstantSource.system());
    assertThat(folder.resolve(".interlock-incoming")).isEmptyDirectory();
    CopiedFiles copied =
        new CopyFilestore(again, CopyFilestore.THREADS, FileProgress.NONE)
            .copy(filestore, list, null);
    assertThat(copied.problems().isEmpty()).isTrue();
    assertThat(copied.known().files()).isEqualTo(stored);
    assertThat(shared(again)).hasSize(3000).allSatisfy(name -> assertRight(again, name));
  }

  private static void killAfter(long files, Path folder, Path filestore) throws Exception {
    Process process = JavaProgram.of(KilledCopy.class, folder, filestore).start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null && Long.parseLong(line) < files) {
        line = out.readLine();
      }
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(137);
  }

  private static List<String> shared(BackupStore store) {
    try (Stream<Listed> objects = store.list("files/")) {
      return objects.map(Listed::name).toList();
    }
  }

  private static void assertRight(BackupStore store, String name) {
    try (InputStream in = store.open(name)) {
      assertThat(Filestores.of(in.readAllBytes()).inStore()).isEqualTo(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
