package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files come back and a server is made while the dump is read, which runs nowhere before. */
@Tag("slow")
@Timeout(180)
class RestoreMeanwhileTest {

  @TempDir private Path folder;

  @Test
  void a_changed_dump_is_given_to_nobody_though_files_came_back() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = source.save(source.storeFolder(), null);
      String dump = dump(backup);
      new ChangedFile(source.storeFolder().resolve(dump)).flipLate();
      AtomicReference<String> first = new AtomicReference<>("");
      ReadStore store =
          new ReadStore(
              source.store(),
              name -> {
                if (name.equals(dump)) {
                  Awaiting.until(() -> !files(source.places()).isEmpty(), "a file is back");
                } else if (StoreLayout.isShared(name)) {
                  first.compareAndSet("", name);
                  waitUnless(name.equals(first.get()));
                }
              });

      Drill drill = drill(store, source, backup);

      assertThat(drill.checks())
          .filteredOn(it -> it.outcome() != Outcome.PASS)
          .singleElement()
          .satisfies(it -> assertThat(it.check()).isEqualTo("backup/parts-are-whole"))
          .satisfies(it ->
              assertThat(it.message()).isEqualTo(dump + " is not what was stored: other content"));
      assertThat(drill.checks())
          .extracting(Checked::check)
          .noneMatch(it -> it.startsWith("restore/"));
      assertThat(drill.stages()).singleElement().matches(it -> it.name().equals("fetch"));
      assertThat(store.opened()).filteredOn(dump::equals).hasSize(1);
      assertThat(store.given()).isEmpty();
      assertThat(source.places()).isEmptyDirectory();
      assertThat(DrillServers.in(source.places(), _ -> true)).isEmpty();
    }
  }

  @Test
  void no_file_comes_back_by_a_list_that_was_changed() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = source.save(source.storeFolder(), null);
      new ChangedFile(source.storeFolder().resolve(part(backup, StoreLayout.FILE_LIST))).flip(5);
      ReadStore store = new ReadStore(source.store(), _ -> {});

      Drill drill = drill(store, source, backup);

      assertThat(drill.verified()).isFalse();
      assertThat(store.opened()).contains(dump(backup)).noneMatch(StoreLayout::isShared);
      assertThat(source.places()).isEmptyDirectory();
    }
  }

  @Test
  void all_is_ready_for_the_dump_when_it_was_read() throws Exception {
    try (SourceOdoo source = SourceOdoo.in(folder)) {
      Backup backup = source.save(source.storeFolder(), null);
      int all = source.files().size();
      ReadStore store =
          new ReadStore(
              source.store(),
              name -> {
                if (name.equals(dump(backup))) {
                  Awaiting.until(() -> files(source.places()).size() == all, "files are back");
                  Awaiting.until(() -> serves(source.places()), "the server is up");
                }
              });

      ToldStages told = new ToldStages();
      Drill drill = drill(store, source, backup, told);

      assertThat(drill.checks()).allMatch(it -> it.outcome() == Outcome.PASS);
      assertThat(store.given()).containsExactly(dump(backup));
      long bytes = backup.parts().stream().mapToLong(Backup.Part::bytes).sum();
      assertThat(told.furthest("fetch")).isEqualTo(bytes);
      assertThat(told.furthest("restore")).isPositive();
      assertThat(source.places()).isEmptyDirectory();
    }
  }

  @Test
  void a_killed_interlock_leaves_nothing_of_what_came_back_meanwhile() throws Exception {
    Debian.tools();
    Process drill = JavaProgram.of(FetchingDrill.class, folder).start();
    Path places = folder.resolve("drills");
    try (BufferedReader out = drill.inputReader()) {
      assertThat(out.readLine()).isEqualTo("fetch");
      Awaiting.until(() -> !files(places).isEmpty() && serves(places), "the rest is ready");
      drill.destroyForcibly();
    }
    assertThat(drill.waitFor()).isEqualTo(137);

    Awaiting.until(() -> names(places).isEmpty(), "the folder is gone");
    Awaiting.until(() -> DrillServers.in(folder, _ -> true).isEmpty(), "the servers are gone");
  }

  /** For ever, or until the thread is interrupted. */
  private static void waitUnless(boolean isFirst) throws InterruptedException {
    if (!isFirst) {
      new CountDownLatch(1).await();
    }
  }

  private static String dump(Backup backup) {
    return part(backup, TakeBackup.DUMP);
  }

  private static String part(Backup backup, String part) {
    return StoreLayout.part(backup.environment(), backup.backup(), part);
  }

  private static Drill drill(BackupStore store, SourceOdoo source, Backup backup) {
    return drill(store, source, backup, RecoveryProgress.NONE);
  }

  private static Drill drill(
      BackupStore store, SourceOdoo source, Backup backup, RecoveryProgress progress) {
    return new RestoreDrill(store, null, InstantSource.system(), progress, _ -> {})
        .run(new RestoreDrill.Request(backup, null, true, null, List.of(), 2, source.places()));
  }

  private static List<String> names(Path places) throws IOException {
    try (Stream<Path> all = Files.list(places)) {
      return all.map(it -> it.getFileName().toString()).toList();
    }
  }

  /** Those that came back into a drill's folder. */
  private static List<String> files(Path places) throws IOException {
    List<String> found = new ArrayList<>();
    for (String drill : names(places)) {
      Path filestore = places.resolve(drill).resolve("filestore/erp");
      if (Files.isDirectory(filestore)) {
        try (Stream<Path> all = Files.walk(filestore)) {
          all.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
        }
      }
    }
    return found;
  }

  /** The last line of the file tells it. */
  private static boolean serves(Path places) throws IOException {
    for (String drill : names(places)) {
      Path file = places.resolve(drill).resolve("data/postmaster.pid");
      if (Files.exists(file) && Files.readString(file).contains("ready")) {
        return true;
      }
    }
    return false;
  }
}
