package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.RecoveryCode;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers that are killed with SIGKILL. */
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledPutTest {

  @TempDir private Path temp;

  @Test
  void killed_writer_leaves_whole_objects_and_nothing_else() throws Exception {
    Path folder = temp.resolve("store");
    BackupStore store = FolderStore.create(folder, InstantSource.system());
    Random random = new Random(1);
    int stored = 0;
    for (int round = 0; round < 4; round++) {
      List<String> told = killAfter(folder, round, 20 + random.nextInt(40));
      for (String i : told) {
        assertThat(store.size("backups/core/killed/" + round + "-" + i)).isPresent();
      }
      stored += told.size();
    }
    List<String> names = BackupStoreContract.names(store, "");
    assertThat(names).hasSizeBetween(stored, stored + 4);
    for (String name : names) {
      int i = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
      assertThat(BackupStoreContract.all(store, name))
          .isEqualTo(BackupStoreContract.random(50_000 + i));
    }
    FolderStore.open(folder, InstantSource.system());
    assertThat(folder.resolve(".interlock-incoming")).isEmptyDirectory();
    store.lease(Access.ALONE).close();
  }

  /** Kills a writer while it is at work, and tells what it said was stored. */
  private static List<String> killAfter(Path folder, int round, int objects) throws Exception {
    Process process = JavaProgram.of(KilledPut.class, folder, round).start();
    try (BufferedReader out = process.inputReader()) {
      List<String> told = new ArrayList<>();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.endsWith(KilledPut.END)) {
          told.add(line.substring(0, line.length() - 1));
        }
        if (told.size() == objects) {
          BackupStore store = FolderStore.open(folder, InstantSource.system());
          BackupStoreContract.assertFault(
              RecoveryCode.PROTECTED, () -> store.lease(Access.ALONE), "in use");
          process.toHandle().destroyForcibly(); // unlike Process, leaves the output to read
        }
      }
      assertThat(process.waitFor()).isNotZero();
      assertThat(told).hasSizeGreaterThanOrEqualTo(objects);
      return told;
    }
  }
}
