package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.store.FolderStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that come between two base backups are saved alone, and a moment out of the log is whole.
 */
@Tag("slow")
class FilesAloneTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void the_end_of_the_log_is_whole_when_the_files_were_saved_and_not_before() throws Exception {
    try (LoggedOdoo odoo = LoggedOdoo.in(folder)) {
      SealingKey key = SealingKey.generate();
      Path store = odoo.odoo().storeFolder();
      Backup base = odoo.save(store, key);
      odoo.odoo().addFile("sale.order", 3, "a file that came later");
      odoo.server().archiveAll();
      odoo.ship(odoo.server().archive(), store, key);

      Drill before = odoo.drill(store, key, base, null, List.of());
      TakeBackup.Taken taken = files(odoo, store, key);
      Drill after = odoo.drill(store, key, base, null, List.of());

      assertThat(before.verified()).isFalse();
      assertThat(before.checks())
          .filteredOn(it -> it.outcome() == Outcome.FAIL)
          .extracting(Checked::check)
          .contains("restore/files-come-back", "odoo/attachments-have-files");
      assertThat(taken.newFiles()).isEqualTo(1);
      assertThat(taken.problems()).isEmpty();
      assertThat(after.checks()).filteredOn(it -> it.outcome() != Outcome.PASS).isEmpty();
      assertThat(after.verified()).isTrue();
      assertThat(files(odoo, store, key).newFiles()).isZero();
      assertThat(stored(odoo, store))
          .filteredOn(StoredBackup::isOfFilesAlone)
          .hasSize(2)
          .allSatisfy(it -> assertThat(it.state()).isEqualTo(BackupState.FINISHED))
          .allSatisfy(it -> assertThat(it.note()).isEmpty());
    }
  }

  private static TakeBackup.Taken files(LoggedOdoo odoo, Path store, SealingKey key) {
    return new TakeFiles(FolderStore.open(store, CLOCK), key, CLOCK, RecoveryProgress.NONE)
        .run(odoo.odoo().request(), odoo::sign);
  }

  private static List<StoredBackup> stored(LoggedOdoo odoo, Path store) {
    return StoredBackup.in(FolderStore.open(store, CLOCK), odoo::read);
  }
}
