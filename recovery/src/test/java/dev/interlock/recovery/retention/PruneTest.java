package dev.interlock.recovery.retention;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.PrunePlan;
import dev.interlock.recovery.Pruned;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.store.FolderStore;
import dev.interlock.recovery.store.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PruneTest {

  private static final RetentionRule LAST_DAY =
      new RetentionRule(Duration.ZERO, 1, 0, 0, 0, Duration.ofDays(1), ZoneOffset.UTC);

  @TempDir private Path temp;
  private final SetClock clock = new SetClock();
  private Path folder;
  private StoreOfBackups backups;
  private @Nullable SealingKey key;

  @BeforeEach
  void create() {
    folder = temp.resolve("store");
    backups = new StoreOfBackups(FolderStore.create(folder, clock));
  }

  private Prune prune(BackupStore store) {
    return new Prune(
        store,
        key,
        backups::read,
        (environment, _) ->
            environment.startsWith("core") ? Optional.of(LAST_DAY) : Optional.empty(),
        () -> id -> id.name().startsWith("2020") ? "it is on legal hold" : "");
  }

  private Pruned act() {
    Prune prune = prune(backups.store);
    return prune.act(prune.plan(Set.of(), clock.instant()), clock.instant(), (_, _) -> {});
  }

  private List<String> files() {
    try (Stream<Listed> objects = backups.store.list("files/")) {
      return objects.map(Listed::name).toList();
    }
  }

  private static String file(String content) {
    return StoreOfBackups.file(content).inStore();
  }

  @Test
  void what_no_plan_speaks_of_is_kept_and_the_method_is_named() {
    BackupId other = backups.add("plant", "2019-01-01T08:00:00Z", null, "other");

    assertThat(prune(backups.store).plan(Set.of(), clock.instant()).verdicts())
        .filteredOn(it -> it.id().equals(other))
        .singleElement()
        .satisfies(it ->
            assertThat(it.reasons().toString())
                .contains("no plan of plant with the method pg-dump says how long"));
  }

  @Test
  void what_is_put_on_hold_after_the_plan_was_made_stays() {
    BackupId old = backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    BackupId young = backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    List<BackupId> held = new ArrayList<>();
    Prune prune =
        new Prune(
            backups.store,
            null,
            backups::read,
            (_, _) -> Optional.of(LAST_DAY),
            () -> id -> held.contains(id) ? "it is on hold" : "");
    PrunePlan plan = prune.plan(Set.of(), clock.instant());
    held.add(old);

    assertThat(plan.going()).containsExactly(old);
    assertThat(prune.act(plan, clock.instant(), (_, _) -> {}).backups()).isEmpty();
    assertThat(backups.store.size(young.prefix() + StoreLayout.MANIFEST)).isPresent();
    assertThat(backups.store.size(old.prefix() + StoreLayout.MANIFEST)).isPresent();
  }

  @Test
  void the_files_of_sealed_backups_go_with_the_key_that_sealed_their_lists() {
    SealingKey sealing = SealingKey.generate();
    backups = new StoreOfBackups(backups.store, sealing);
    backups.add("core", "2026-11-20T08:00:00Z", null, "old", "both");
    backups.add("core", "2026-11-21T08:00:00Z", null, "both", "young");

    Prune unopened = prune(backups.store);
    assertThat(unopened.plan(Set.of(), clock.instant()).told())
        .singleElement()
        .asString()
        .contains("sealed with the key " + sealing.fingerprint());
    key = SealingKey.generate();
    assertThat(prune(backups.store).plan(Set.of(), clock.instant()).files()).isZero();
    key = sealing;
    assertThat(act().files()).isEqualTo(1);
    assertThat(files()).containsExactlyInAnyOrder(file("both"), file("young"));
  }

  @Test
  void what_no_rule_keeps_goes_with_the_files_that_only_it_needs() {
    BackupId old = backups.add("core", "2026-11-20T08:00:00Z", null, "old", "both");
    BackupId young = backups.add("core", "2026-11-21T08:00:00Z", null, "both", "young");
    BackupId held = backups.add("core", "2020-01-01T08:00:00Z", null, "held");
    BackupId other = backups.add("plant", "2019-01-01T08:00:00Z", null, "other");
    PrunePlan plan = prune(backups.store).plan(Set.of(), clock.instant());
    assertThat(plan.going()).containsExactly(old);
    assertThat(plan.files()).isEqualTo(1);
    assertThat(plan.bytes()).isEqualTo("old".length());
    assertThat(files()).hasSize(5);
    assertThat(act()).isEqualTo(new Pruned(List.of(old), 1, 3, List.of(), List.of()));
    assertThat(files())
        .containsExactlyInAnyOrder(file("both"), file("young"), file("held"), file("other"));
    assertThat(Catalogue.of(backups.store, backups::read).backups())
        .allSatisfy(b -> assertThat(b.state()).isEqualTo(BackupState.FINISHED))
        .extracting(CataloguedBackup::id)
        .containsExactlyInAnyOrder(young, held, other);
    assertThat(act().backups()).isEmpty();
  }

  @Test
  void nothing_goes_that_was_not_planned() {
    backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    PrunePlan before = prune(backups.store).plan(Set.of(), clock.instant());
    BackupId newest = backups.add("core", "2026-11-22T08:00:00Z", null, "newest", "old");
    Pruned pruned = prune(backups.store).act(before, clock.instant(), (_, _) -> {});
    assertThat(pruned.backups()).extracting(BackupId::name).containsExactly("20261120T080000Z");
    assertThat(files()).containsExactlyInAnyOrder(file("young"), file("old"), file("newest"));
    assertThat(Catalogue.of(backups.store, backups::read).backups())
        .extracting(CataloguedBackup::id)
        .contains(newest)
        .hasSize(2);
  }

  @Test
  void backup_that_has_become_immutable_since_the_plan_stays() {
    BackupId old = backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    PrunePlan plan = prune(backups.store).plan(Set.of(), clock.instant());
    backups.store.protect(old.prefix() + "database.dump", clock.instant().plusSeconds(60));
    assertThat(prune(backups.store).act(plan, clock.instant(), (_, _) -> {}).backups()).isEmpty();
    assertThat(files()).hasSize(2);
    clock.advance(Duration.ofSeconds(60));
    assertThat(act().backups()).containsExactly(old);
  }

  @Test
  void immutable_file_stays_until_its_time() {
    backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    backups.store.protect(file("old"), clock.instant().plusSeconds(60));
    assertThat(act().files()).isZero();
    clock.advance(Duration.ofSeconds(60));
    assertThat(act().files()).isEqualTo(1);
  }

  @Test
  void unreadable_manifest_keeps_every_file_and_is_told() throws IOException {
    BackupId lost = backups.add("core", "2026-11-19T08:00:00Z", null, "lost");
    BackupId old = backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    Path manifest = folder.resolve(lost.prefix() + StoreLayout.MANIFEST);
    Files.delete(manifest);
    Files.writeString(manifest, "?");
    Pruned pruned = act();
    assertThat(pruned.backups()).containsExactly(old);
    assertThat(pruned.files()).isZero();
    assertThat(pruned.told()).singleElement().asString().contains(lost.toString(), "any file");
    assertThat(files()).hasSize(3);
  }

  @Test
  void damaged_list_and_unfinished_backup_keep_every_file() throws IOException {
    backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    BackupId young = backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    backups.addWithoutManifest("core", "2026-11-22T08:00:00Z", null, "begun");
    Path list = folder.resolve(young.prefix() + StoreLayout.FILE_LIST);
    String text = Files.readString(list);
    Files.delete(list);
    Files.writeString(list, text.replace("total 1", "total 2"));
    Pruned pruned = act();
    assertThat(pruned.told()).hasSize(2);
    assertThat(files()).hasSize(3);
  }

  @Test
  void nobody_prunes_while_a_backup_is_made() {
    backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    try (Lease _ = backups.store.lease(Access.TOGETHER)) {
      assertFault(RecoveryCode.PROTECTED, this::act, "in use");
    }
  }

  static IntStream stops() {
    return IntStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("stops")
  void whoever_is_stopped_leaves_no_backup_that_looks_whole_and_is_not(int after) {
    for (int day = 10; day < 13; day++) {
      backups.add("core", "2026-11-" + day + "T08:00:00Z", null, "file" + day, "all");
    }
    BackupId last = backups.add("core", "2026-11-21T08:00:00Z", null, "all", "last");
    Prune stopped = prune(new StoppingStore(backups.store, after));
    PrunePlan plan = stopped.plan(Set.of(), clock.instant());
    assertThatThrownBy(() -> stopped.act(plan, clock.instant(), (_, _) -> {}))
        .hasMessage("stopped");
    for (CataloguedBackup backup : Catalogue.of(backups.store, backups::read).backups()) {
      assertThat(backup.state()).isIn(BackupState.FINISHED, BackupState.UNFINISHED);
      if (backup.state() == BackupState.FINISHED) {
        NeededFiles needed = NeededFiles.of(backups.store, null, List.of(backup));
        assertThat(needed.unknown()).isEmpty();
        assertThat(files()).filteredOn(f -> !needed.canGo(f)).hasSize(2);
      }
    }
    act();
    assertThat(Catalogue.of(backups.store, backups::read).backups())
        .extracting(CataloguedBackup::id)
        .containsExactly(last);
    assertThat(files()).containsExactlyInAnyOrder(file("all"), file("last"));
  }

  @Test
  void clock_that_was_set_back_removes_nothing() {
    backups.add("core", "2026-11-20T08:00:00Z", null, "old");
    backups.add("core", "2026-11-21T08:00:00Z", null, "young");
    Instant before = Instant.parse("2026-11-01T00:00:00Z");
    Prune prune = prune(backups.store);
    assertThat(prune.act(prune.plan(Set.of(), before), before, (_, _) -> {}).backups()).isEmpty();
  }
}
