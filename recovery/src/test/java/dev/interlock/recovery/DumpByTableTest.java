package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.store.Mounted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup whose dump is a file for each table: made, drilled, and stopped in the middle. */
@Tag("slow")
@Timeout(180)
class DumpByTableTest {

  private static final String BULK =
      "create table much as select n, md5(n::text) || md5((-n)::text) t"
          + " from generate_series(1, 200000) n";

  @TempDir private Path folder;

  @Test
  void what_was_sealed_comes_back_verified() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      SealingKey key = SealingKey.generate();
      ToldStages told = new ToldStages();

      Backup backup = taken(source, key, told, source.request());

      assertThat(names(backup))
          .contains("database/toc.dat", "files.list")
          .doesNotContain(TakeBackup.DUMP)
          .isSorted();
      assertThat(backup.parts()).hasSizeGreaterThan(10);
      assertThat(told.furthest("store")).isPositive();
      assertThat(place()).isEmptyDirectory();
      assertThat(StoredBackup.in(source.store(), _ -> Optional.of(backup)))
          .singleElement()
          .matches(it -> it.state() == BackupState.FINISHED)
          .matches(it -> it.bytes() > backup.parts().stream().mapToLong(Part::bytes).sum());
      assertVerified(drill(source.store(), source, key, backup));
    }
  }

  /** Else who can write into the store decides what comes back. */
  @Test
  void pg_restore_reads_open_parts_where_they_lie_and_nothing_else_there() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = taken(source, null, RecoveryProgress.NONE, untilTomorrow(source.request()));
      for (Part part : backup.parts()) {
        Path lies = source.storeFolder().resolve(part.name());
        if (lies.toString().endsWith(".dat.gz")) {
          Files.writeString(
              lies.resolveSibling(lies.getFileName().toString().replace(".gz", "")), "1\n");
        }
      }
      ReadStore store = new ReadStore(source.store(), _ -> {});

      Drill drill = drill(store, source, null, backup);

      assertVerified(drill);
      List<String> dump =
          backup.parts().stream().map(Part::name).filter(it -> it.contains("/database/")).toList();
      assertThat(store.given()).containsExactlyInAnyOrderElementsOf(dump);
      assertThat(store.opened()).filteredOn(it -> it.contains("/database/")).hasSameSizeAs(dump);
    }
  }

  @Test
  void a_full_disk_is_told_with_its_place_and_leaves_no_backup() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder);
        Mounted disk = Mounted.disk(Files.createDirectory(folder.resolve("disk")), "2m")) {
      source.run(BULK);
      TakeBackup taking =
          new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
              .byTable(disk.at());

      assertThatThrownBy(() -> taking.run(source.request(), DumpByTableTest::unsigned))
          .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("REC008"))
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("the dump lies in " + disk.at() + " until it is stored: make room");
      assertThat(disk.at()).isEmptyDirectory();
      assertThat(StoredBackup.in(source.store(), _ -> Optional.empty())).isEmpty();
    }
  }

  @Test
  void a_place_that_can_not_be_is_told_before_anything_is_read() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Path file = Files.createFile(folder.resolve("file"));
      TakeBackup taking =
          new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
              .byTable(file);

      assertThatThrownBy(() -> taking.run(source.request(), DumpByTableTest::unsigned))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("there is no place to make the dump in")
          .hasMessageEndingWith(file + " is no folder");
    }
  }

  @Test
  void a_killed_backup_leaves_nothing_in_its_place_and_none_that_counts() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run(BULK);
      Process backup =
          JavaProgram.of(
                  DumpingByTable.class,
                  source.request().database(),
                  source.filestore(),
                  source.storeFolder(),
                  place())
              .start();
      try (BufferedReader out = backup.inputReader()) {
        assertThat(out.readLine()).isEqualTo("dumped");
        assertThat(lying()).anyMatch(it -> it.endsWith("/dump/toc.dat"));
        backup.destroyForcibly();
      }
      assertThat(backup.waitFor()).isEqualTo(137);

      Awaiting.until(() -> lying().isEmpty(), "the place is empty");
      assertThat(StoredBackup.in(source.store(), _ -> Optional.empty())).isEmpty();
      assertThat(taken(source, null, RecoveryProgress.NONE, source.request()).parts()).isNotEmpty();
    }
  }

  @Test
  void pg_dump_ends_with_the_backup_that_is_killed_while_it_works() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      source.run("create table held (n int)");
      source.run(BULK);
      Process backup =
          JavaProgram.of(
                  DumpingByTable.class,
                  source.request().database(),
                  source.filestore(),
                  source.storeFolder(),
                  place())
              .start();
      Awaiting.until(() -> lying().stream().anyMatch(it -> it.contains("/dump/")), "pg_dump works");
      backup.destroyForcibly();
      backup.waitFor();

      Awaiting.until(() -> lying().isEmpty(), "the place is empty");
      Awaiting.until(() -> dumping().isEmpty(), "no pg_dump is left");
      assertThat(lying()).isEmpty();
    }
  }

  private List<String> dumping() {
    return ProcessHandle.allProcesses()
        .map(it -> it.info().commandLine().orElse(""))
        .filter(it -> it.contains("--file=" + place()))
        .toList();
  }

  private Path place() {
    return folder.resolve("place");
  }

  private List<String> lying() throws IOException {
    if (!Files.isDirectory(place())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(place())) {
      return all.filter(it -> !it.equals(place())).map(Path::toString).toList();
    } catch (UncheckedIOException e) {
      return List.of("it is being removed");
    }
  }

  private Backup taken(
      SourceOdoo source,
      @Nullable SealingKey key,
      RecoveryProgress progress,
      TakeBackup.Request request) {
    return new TakeBackup(source.store(), key, InstantSource.system(), progress)
        .byTable(place())
        .run(request, DumpByTableTest::unsigned)
        .backup();
  }

  private static byte[] unsigned(Backup backup) {
    return backup.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static TakeBackup.Request untilTomorrow(TakeBackup.Request it) {
    return new TakeBackup.Request(
        it.environment(),
        it.name(),
        it.database(),
        it.password(),
        it.filestore(),
        it.jobs(),
        Instant.now().plus(1, ChronoUnit.DAYS),
        it.canary());
  }

  private static List<String> names(Backup backup) {
    String prefix = "backups/" + backup.environment() + "/" + backup.backup() + "/";
    return backup.parts().stream().map(it -> it.name().substring(prefix.length())).toList();
  }

  private static Drill drill(
      BackupStore store, SourceOdoo source, @Nullable SealingKey key, Backup backup) {
    return new RestoreDrill(store, key, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
        .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));
  }

  private static void assertVerified(Drill drill) {
    assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
    assertThat(drill.verified()).isTrue();
  }
}
