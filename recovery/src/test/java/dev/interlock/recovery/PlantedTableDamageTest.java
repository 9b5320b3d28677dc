package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a file of a dump by tables, a drill restores nothing and names the file. */
@Tag("slow")
class PlantedTableDamageTest {

  @TempDir private static Path folder;

  private static @Nullable SourceOdoo source;
  private static @Nullable Stored sealed;
  private static @Nullable Stored open;

  /** A store with two backups, and the key that they are sealed with. */
  record Stored(Path folder, @Nullable SealingKey key, Backup first, Backup second) {}

  /** A copy of a store that is damaged. */
  record Copy(Path folder, Stored of) {

    /** Those with rows of tables, the largest first. */
    List<String> tables() {
      return of.first().parts().stream()
          .filter(it -> it.name().endsWith(".dat.gz"))
          .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
          .map(Part::name)
          .toList();
    }

    String contents(Backup backup) {
      return StoreLayout.part(backup.environment(), backup.backup(), StoreLayout.DUMP_CONTENTS);
    }

    ChangedFile file(String name) {
      return new ChangedFile(folder.resolve(name));
    }
  }

  @BeforeAll
  static void save() throws Exception {
    SourceOdoo made = SourceOdoo.in(folder);
    source = made;
    Files.createDirectories(made.places());
    sealed = stored(made, folder.resolve("sealed"), SealingKey.generate());
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
    Backup first = taken(from, store, key);
    from.run("create table only_second_%s (n int)".formatted(store.getFileName()));
    return new Stored(store, key, first, taken(from, store, key));
  }

  private static Backup taken(SourceOdoo from, Path store, @Nullable SealingKey key) {
    return new TakeBackup(
            StoredBackup.folder(store, InstantSource.system()),
            key,
            InstantSource.system(),
            RecoveryProgress.NONE)
        .byTable(folder.resolve("place"))
        .run(from.request(), it -> it.toString().getBytes(StandardCharsets.UTF_8))
        .backup();
  }

  private static Stream<Damage.Planted<Copy>> cases() {
    return Stream.of(true, false)
        .flatMap(isSealed -> damages().map(it -> new Damage.Planted<>(isSealed, it)));
  }

  private static Stream<Damage<Copy>> damages() {
    return Stream.of(
        damage("the contents are gone", it -> gone(it, it.contents(it.of().first()))),
        damage("the contents are another backup's", PlantedTableDamageTest::contentsOfSecond),
        damage("a table is gone", it -> gone(it, it.tables().get(0))),
        damage("a table is cut by a byte", it -> cut(it, 1)),
        damage("a table is empty", it -> cut(it, Integer.MAX_VALUE)),
        damage("a bit of a table is flipped", PlantedTableDamageTest::flipped),
        damage("two tables are swapped", PlantedTableDamageTest::swapped));
  }

  private static Damage<Copy> damage(String name, Damage.Deed<Copy> deed) {
    return new Damage<>(name, "backup/parts-are-whole", deed);
  }

  private static String gone(Copy copy, String name) throws IOException {
    Files.delete(copy.file(name).path());
    return name;
  }

  private static String contentsOfSecond(Copy copy) throws IOException {
    String name = copy.contents(copy.of().first());
    copy.file(name).write(copy.file(copy.contents(copy.of().second())).content());
    return name;
  }

  private static String cut(Copy copy, int bytes) throws IOException {
    copy.file(copy.tables().get(0)).cut(bytes);
    return copy.tables().get(0);
  }

  private static String flipped(Copy copy) throws IOException {
    copy.file(copy.tables().get(0)).flipLate();
    return copy.tables().get(0);
  }

  private static String swapped(Copy copy) throws IOException {
    copy.file(copy.tables().get(0)).swap(copy.file(copy.tables().get(1)));
    return copy.tables().get(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_file_that_is_not_what_was_stored_is_named_and_nothing_is_restored(
      Damage.Planted<Copy> planted) throws Exception {
    Stored stored = Objects.requireNonNull(planted.isSealed() ? sealed : open);
    Path copy = Files.createTempDirectory(folder, "copy").resolve("store");
    DebianServer.run(List.of("cp", "-a", stored.folder().toString(), copy.toString()));
    String name = planted.damage().deed().to(new Copy(copy, stored));

    Drill drill =
        new RestoreDrill(
                StoredBackup.folder(copy, InstantSource.system()),
                stored.key(),
                InstantSource.system(),
                RecoveryProgress.NONE,
                _ -> {})
            .run(
                new RestoreDrill.Request(
                    stored.first(),
                    null,
                    true,
                    null,
                    List.of(),
                    2,
                    Objects.requireNonNull(source).places()));

    assertThat(drill.verified()).isFalse();
    assertThat(drill.checks())
        .filteredOn(it -> it.outcome() != Outcome.PASS)
        .singleElement()
        .matches(it -> it.check().equals(planted.damage().caughtBy()))
        .satisfies(it -> assertThat(it.message()).contains(name + " "));
    assertThat(drill.stages()).singleElement().matches(it -> it.name().equals("fetch"));
  }
}
