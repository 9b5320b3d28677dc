package dev.interlock.recovery;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.store.BrokenStore;
import dev.interlock.recovery.store.ForwardingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails says nothing about a backup, and hides nothing that is known about it. */
@Tag("slow")
class FailingStoreDrillTest {

  @TempDir private Path folder;

  private static Drill drill(BackupStore store, SourceOdoo source, Backup backup) {
    return new RestoreDrill(store, null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
        .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));
  }

  @Test
  void a_store_that_breaks_off_is_no_result_and_nothing_is_left() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = source.save(source.storeFolder(), null);

      assertFault(
          RecoveryCode.STORE_FAILED,
          () -> drill(BrokenStore.breaking(source.store(), TakeBackup.DUMP), source, backup),
          "503");
      try (Stream<Path> left = Files.list(source.places())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void a_backup_that_is_known_to_be_bad_stays_bad_when_the_store_fails_afterwards()
      throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = source.save(source.storeFolder(), null);
      source.store().delete(backup.parts().getFirst().name());

      Drill drill = drill(new LostShare(source.store()), source, backup);

      assertThat(drill.verified()).isFalse();
      assertThat(drill.checks())
          .extracting(Checked::check, Checked::outcome)
          .contains(tuple("backup/parts-are-whole", Outcome.FAIL))
          .endsWith(tuple("restore/store-answers", Outcome.UNKNOWN));
      assertThat(drill.checks().getLast().message()).contains("the share was lost");
    }
  }

  /** A store that can't take a share back. */
  private static final class LostShare extends ForwardingStore {

    LostShare(BackupStore store) {
      super(store);
    }

    @Override
    public Lease lease(Access access) {
      Lease lease = super.lease(access);
      return () -> {
        lease.close();
        throw new Fault(RecoveryCode.STORE_FAILED.code(), "the share was lost");
      };
    }
  }
}
