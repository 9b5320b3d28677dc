package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

/** Whatever is done to a stored backup, a drill is not verified and names what is wrong. */
@Tag("slow")
class PlantedDamageTest {

  private static final String DUMP = "database.dump";

  @TempDir private static Path folder;

  private static @Nullable SourceOdoo source;
  private static @Nullable Stored sealed;
  private static @Nullable Stored open;

  /** A store with two backups, and the key that they are sealed with. */
  private record Stored(Path folder, @Nullable SealingKey key, Backup first, Backup second) {}

  /** What a case may change. */
  record Target(Path store, Backup backup, Backup other, String file, String otherFile) {

    Path part(String name) {
      return store.resolve(StoreLayout.part(backup.environment(), backup.backup(), name));
    }

    Path otherPart(String name) {
      return store.resolve(StoreLayout.part(other.environment(), other.backup(), name));
    }

    Path attachment() {
      return store.resolve(StoreLayout.FILES + file);
    }

    Path otherAttachment() {
      return store.resolve(StoreLayout.FILES + otherFile);
    }
  }

  interface Damage {
    void to(Target target) throws IOException;
  }

  record Case(String name, boolean isSealed, Damage damage, String caughtBy) {
    @Override
    public String toString() {
      return (isSealed ? "sealed: " : "open: ") + name;
    }
  }

  @BeforeAll
  static void save() throws Exception {
    SourceOdoo made = SourceOdoo.in(folder);
    source = made;
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

  static Stream<Case> cases() {
    return Stream.of(true, false).flatMap(PlantedDamageTest::cases);
  }

  private static Stream<Case> cases(boolean isSealed) {
    String parts = "backup/parts-are-whole";
    String files = "restore/files-come-back";
    return Stream.of(
        new Case("dump is gone", isSealed, t -> Files.delete(t.part(DUMP)), parts),
        new Case("dump is cut by a byte", isSealed, t -> cut(t.part(DUMP), 1), parts),
        new Case("dump is cut in half", isSealed, t -> cut(t.part(DUMP), 20_000), parts),
        new Case("dump is empty", isSealed, t -> write(t.part(DUMP), new byte[0]), parts),
        new Case(
            "a bit of the dump's head is flipped", isSealed, t -> flip(t.part(DUMP), 60), parts),
        new Case(
            "a bit of the dump's data is flipped", isSealed, t -> flipLate(t.part(DUMP)), parts),
        new Case("a byte is added to the dump", isSealed, t -> grow(t.part(DUMP)), parts),
        new Case(
            "dump is another backup's",
            isSealed,
            t -> swap(t.otherPart(DUMP), t.part(DUMP)),
            parts),
        new Case("list of files is gone", isSealed, t -> Files.delete(t.part("files.list")), parts),
        new Case("list of files is cut", isSealed, t -> cut(t.part("files.list"), 30), parts),
        new Case("list of files is edited", isSealed, t -> flip(t.part("files.list"), 5), parts),
        new Case("a file is gone", isSealed, t -> Files.delete(t.attachment()), files),
        new Case("a file is cut", isSealed, t -> cut(t.attachment(), 1), files),
        new Case("a file is empty", isSealed, t -> write(t.attachment(), new byte[0]), files),
        new Case("a bit of a file is flipped", isSealed, t -> flipLate(t.attachment()), files),
        new Case(
            "two files are swapped",
            isSealed,
            t -> swap(t.otherAttachment(), t.attachment()),
            files),
        new Case("a file is a folder", isSealed, PlantedDamageTest::folderInstead, files),
        new Case(
            "a file is a link to where it lies now",
            isSealed,
            PlantedDamageTest::linkInstead,
            files));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_was_done_to_a_store_is_caught(Case planted) throws Exception {
    Stored stored = Objects.requireNonNull(planted.isSealed() ? sealed : open);
    Path copy = Files.createTempDirectory(folder, "copy").resolve("store");
    DebianServer.run(List.of("cp", "-a", stored.folder().toString(), copy.toString()));
    List<String> names = source().files();
    planted
        .damage()
        .to(new Target(copy, stored.first(), stored.second(), names.get(0), names.get(1)));

    Drill drill = drill(copy, stored.key(), stored.first());

    assertCaught(drill, planted.caughtBy());
  }

  static Stream<Case> keys() {
    return Stream.of(
        new Case("wrong key", true, _ -> {}, "restore/database-comes-back"),
        new Case("no key", true, _ -> {}, "restore/database-comes-back"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_backup_without_its_key_does_not_come_back(Case planted) {
    Stored stored = Objects.requireNonNull(sealed);
    SealingKey key = planted.name().equals("no key") ? null : SealingKey.generate();

    assertCaught(drill(stored.folder(), key, stored.first()), planted.caughtBy());
  }

  static Stream<UnaryOperator<Backup>> wrongTimes() {
    return Stream.of(
        it -> at(it, it.begun(), it.point(), it.at().plus(Duration.ofDays(1))),
        it -> at(it, it.begun().plus(Duration.ofHours(2)), it.point(), it.at()),
        it -> at(it, it.begun(), it.point().plus(Duration.ofHours(2)), it.at()));
  }

  @ParameterizedTest
  @MethodSource("wrongTimes")
  void a_clock_that_was_moved_is_caught(UnaryOperator<Backup> moved) {
    Stored stored = Objects.requireNonNull(open);

    assertCaught(
        drill(stored.folder(), null, moved.apply(stored.first())), "backup/times-are-in-order");
  }

  private static Backup at(Backup it, Instant begun, Instant point, Instant at) {
    return new Backup(
        it.environment(),
        it.backup(),
        it.method(),
        begun,
        point,
        it.database(),
        it.filestore(),
        it.parts(),
        it.sealedWith(),
        at);
  }

  static Stream<Case> ages() {
    return Stream.of(
        new Case("P1D", false, _ -> {}, "PT48H"), new Case("P40D", false, _ -> {}, "PT960H"));
  }

  @ParameterizedTest
  @MethodSource("ages")
  void a_missed_or_an_expired_backup_is_caught(Case planted) {
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
    Instant lostAt = stored.first().point().plus(Duration.parse(planted.caughtBy()));

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

  private static byte[] content(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.readAllBytes(file);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, content);
  }

  private static void cut(Path file, int bytes) throws IOException {
    byte[] all = content(file);
    write(file, java.util.Arrays.copyOf(all, Math.max(0, all.length - bytes)));
  }

  private static void grow(Path file) throws IOException {
    byte[] all = content(file);
    write(file, java.util.Arrays.copyOf(all, all.length + 1));
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] all = content(file);
    all[at] ^= 4;
    write(file, all);
  }

  private static void flipLate(Path file) throws IOException {
    flip(file, (int) (Files.size(file) * 9 / 10));
  }

  private static void swap(Path from, Path to) throws IOException {
    write(to, content(from));
  }

  private static void folderInstead(Target target) throws IOException {
    Files.delete(target.attachment());
    Files.createDirectory(target.attachment());
  }

  /** What it leads to is right, and lies where nobody protects it. */
  private static void linkInstead(Target target) throws IOException {
    Path moved = target.attachment().resolveSibling("moved");
    Files.move(target.attachment(), moved);
    Files.createSymbolicLink(target.attachment(), moved);
  }
}
