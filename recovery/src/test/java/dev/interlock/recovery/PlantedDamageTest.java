package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a stored backup, a drill is not verified and names what is wrong. */
@Tag("slow")
class PlantedDamageTest {

  @TempDir private static Path folder;

  private static @Nullable SourceOdoo source;
  private static @Nullable Stored sealed;
  private static @Nullable Stored open;

  /** A store with two backups, and the key that they are sealed with. */
  private record Stored(Path folder, @Nullable SealingKey key, Backup first, Backup second) {}

  @BeforeAll
  static void save() throws Exception {
    SourceOdoo made = SourceOdoo.in(folder);
    source = made;
    // A drill that fails before it restores anything makes no place for that.
    Files.createDirectories(made.places());
    SealingKey key = SealingKey.generate();
    sealed = stored(made, folder.resolve("sealed"), key);
    open = stored(made, folder.resolve("open"), null);
  }

  @AfterAll
  static void end() {
    if (source != null) {
      source.close();
    }
  }

  private static Stored stored(SourceOdoo from, Path store, @Nullable SealingKey key)
      throws Exception {
    StoredBackup.newFolder(store, InstantSource.system());
    Backup first = from.save(store, key);
    from.run("update sale_order set write_date = write_date - interval '1 second'");
    Backup second = from.save(store, key);
    return new Stored(store, key, first, second);
  }

  private static Stream<Damage.Planted<DumpStore>> cases() {
    return Stream.of(true, false)
        .flatMap(isSealed -> StoreDamages.all().map(it -> new Damage.Planted<>(isSealed, it)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_was_done_to_a_store_is_caught(Damage.Planted<DumpStore> planted) throws Exception {
    Stored stored = Objects.requireNonNull(planted.isSealed() ? sealed : open);
    Path copy = Files.createTempDirectory(folder, "copy").resolve("store");
    DebianServer.run(List.of("cp", "-a", stored.folder().toString(), copy.toString()));
    planted
        .damage()
        .deed()
        .to(new DumpStore(copy, stored.first(), stored.second(), source().files()));

    assertCaught(drill(copy, stored.key(), stored.first()), planted.damage().caughtBy());
  }

  private static Stream<SealingKey> anotherKey() {
    return Stream.of(SealingKey.generate());
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("anotherKey")
  void a_backup_without_its_key_does_not_come_back(@Nullable SealingKey key) {
    Stored stored = Objects.requireNonNull(sealed);

    assertCaught(drill(stored.folder(), key, stored.first()), "restore/database-comes-back");
  }

  static Stream<UnaryOperator<Backup>> wrongTimes() {
    return Stream.of(
        it -> new ChangedManifest(it).at(it.begun(), it.point(), it.at().plus(Duration.ofDays(1))),
        it -> new ChangedManifest(it).at(it.begun().plus(Duration.ofHours(2)), it.point(), it.at()),
        it ->
            new ChangedManifest(it).at(it.begun(), it.point().plus(Duration.ofHours(2)), it.at()));
  }

  @ParameterizedTest
  @MethodSource("wrongTimes")
  void a_clock_that_was_moved_is_caught(UnaryOperator<Backup> moved) {
    Stored stored = Objects.requireNonNull(open);

    assertCaught(
        drill(stored.folder(), null, moved.apply(stored.first())), "backup/times-are-in-order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT48H", "PT960H"})
  void a_missed_or_an_expired_backup_is_caught(Duration after) {
    Stored stored = Objects.requireNonNull(open);
    BackupPlan plan =
        new BackupPlan(
            "nightly",
            BackupPlan.Method.PG_DUMP,
            Duration.ofHours(24),
            Duration.ofDays(35),
            "here",
            null,
            null,
            null);
    Instant lostAt = stored.first().point().plus(after);

    Drill drill =
        new RestoreDrill(
                StoredBackup.folder(stored.folder(), InstantSource.system()),
                null,
                InstantSource.system(),
                RecoveryProgress.NONE,
                _ -> {})
            .run(
                new RestoreDrill.Request(
                    stored.first(), plan, true, lostAt, List.of(), 2, source().places()));

    assertCaught(drill, "backup/is-within-plan");
  }

  private static Drill drill(Path store, @Nullable SealingKey key, Backup backup) {
    return new RestoreDrill(
            StoredBackup.folder(store, InstantSource.system()),
            key,
            InstantSource.system(),
            RecoveryProgress.NONE,
            _ -> {})
        .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source().places()));
  }

  private static void assertCaught(Drill drill, String check) {
    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() == Outcome.FAIL)
        .extracting(Checked::check)
        .contains(check);
    assertThat(source().places()).isEmptyDirectory();
  }

  private static SourceOdoo source() {
    return Objects.requireNonNull(source);
  }
}
