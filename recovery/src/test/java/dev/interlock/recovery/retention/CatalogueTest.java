package dev.interlock.recovery.retention;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.store.BrokenStore;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.SealedStore;
import dev.interlock.recovery.store.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path temp;
  private StoreOfBackups backups;

  @BeforeEach
  void create() {
    backups = new StoreOfBackups(FolderStore.create(temp.resolve("store"), new SetClock()));
  }

  private Catalogue catalogue() {
    return Catalogue.of(backups.store, backups::read);
  }

  private CataloguedBackup only() {
    assertThat(catalogue().backups()).hasSize(1);
    return catalogue().backups().getFirst();
  }

  private Path lies(String name) {
    return temp.resolve("store").resolve(name);
  }

  @Test
  void empty_store_holds_nothing() {
    assertThat(catalogue().backups()).isEmpty();
    assertThat(catalogue().strays()).isEmpty();
  }

  @Test
  void a_store_that_fails_says_nothing_about_a_backup() {
    backups.add("core", "2026-11-21T08:30:00Z", null, "a");
    BackupStore broken = BrokenStore.breaking(backups.store, StoreLayout.MANIFEST);
    assertFault(RecoveryCode.STORE_FAILED, () -> Catalogue.of(broken, backups::read), "503");
  }

  @Test
  void a_manifest_in_an_archive_is_told_as_that() {
    backups.add("core", "2026-11-21T08:30:00Z", null, "a");
    BackupStore archived = BrokenStore.archived(backups.store, StoreLayout.MANIFEST);
    assertThat(Catalogue.of(archived, backups::read).backups())
        .singleElement()
        .satisfies(
            it -> assertThat(it.state()).isEqualTo(BackupState.UNREADABLE),
            it -> assertThat(it.note()).contains("archive"));
  }

  @Test
  void backups_of_all_environments_are_told_in_order() {
    Instant until = Instant.parse("2026-12-24T00:00:00Z");
    BackupId two = backups.add("core", "2026-11-21T08:30:00Z", until, "a", "b");
    BackupId one = backups.add("core", "2026-11-20T08:30:00Z", null, "a");
    BackupId other = backups.add("core-test", "2026-11-20T08:30:00Z", null);
    backups.put("backups/letter", "x", null);
    Catalogue catalogue = catalogue();
    assertThat(catalogue.strays()).containsExactly("backups/letter");
    assertThat(catalogue.backups().stream().map(CataloguedBackup::id))
        .containsExactlyInAnyOrder(one, two, other);
    assertThat(catalogue.backups())
        .allSatisfy(b -> assertThat(b.state()).isEqualTo(BackupState.FINISHED))
        .allSatisfy(b -> assertThat(b.objects()).isEqualTo(3));
    CataloguedBackup fixed =
        catalogue.backups().stream().filter(b -> b.id().equals(two)).findFirst().orElseThrow();
    assertThat(fixed.immutableUntil()).isEqualTo(until);
    assertThat(fixed.backup())
        .extracting(Backup::point)
        .isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
  }

  @Test
  void backup_without_manifest_is_unfinished() {
    backups.addWithoutManifest("core", "2026-11-21T08:30:00Z", null);
    assertThat(only().state()).isEqualTo(BackupState.UNFINISHED);
    assertThat(Candidate.of(only(), "").point()).isEqualTo("2026-11-21T08:30:00Z");
  }

  @Test
  void backup_that_lacks_a_part_or_has_a_short_one_is_damaged() throws IOException {
    BackupId id = backups.add("core", "2026-11-21T08:30:00Z", null);
    Path dump = lies(id.prefix() + "database.dump");
    Files.delete(dump);
    assertThat(only().state()).isEqualTo(BackupState.DAMAGED);
    assertThat(only().note()).contains("database.dump");
    Files.writeString(dump, "short");
    assertThat(only().state()).isEqualTo(BackupState.DAMAGED);
  }

  @Test
  void manifest_that_says_nothing_or_belongs_elsewhere_is_unreadable() throws IOException {
    BackupId id = backups.add("core", "2026-11-21T08:30:00Z", null);
    Path manifest = lies(id.prefix() + "manifest.dsse.json");
    Files.delete(manifest);
    Files.writeString(manifest, "manifest of nobody");
    assertThat(only().state()).isEqualTo(BackupState.UNREADABLE);
    assertThat(only().backup()).isNull();
    assertThat(Candidate.of(only(), "").point()).isNotNull();
    BackupId other = backups.add("core", "2026-11-22T08:30:00Z", null);
    Files.writeString(manifest, "manifest of " + other);
    CataloguedBackup moved = catalogue().backups().getFirst();
    assertThat(moved.state()).isEqualTo(BackupState.UNREADABLE);
    assertThat(moved.note()).contains("that of " + other);
  }

  @Test
  void manifest_that_was_sealed_with_another_key_is_unreadable() {
    FolderStore folder = FolderStore.open(temp.resolve("store"), new SetClock());
    backups = new StoreOfBackups(new SealedStore(folder, SealingKey.generate()));
    backups.add("core", "2026-11-21T08:30:00Z", null);
    assertThat(only().state()).isEqualTo(BackupState.FINISHED);
    var other = new SealedStore(folder, SealingKey.generate());
    CataloguedBackup seen = Catalogue.of(other, backups::read).backups().getFirst();
    assertThat(seen.state()).isEqualTo(BackupState.UNREADABLE);
    assertThat(seen.note()).contains("another key");
  }
}
