package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.filestore.Crew;
import dev.interlock.recovery.postgres.DumpDatabase;
import dev.interlock.recovery.postgres.FolderSize;
import dev.interlock.recovery.postgres.Looking;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A dump in directory format: pg_dump reads several tables at a time into a folder of its own, and
 * each file of it becomes a part. The folder goes away even when this is killed.
 */
public final class FolderDump implements SavedDump {

  private final DrillFolder place;
  private final int jobs;
  private final PartWriter parts;
  private final RecoveryProgress progress;

  private FolderDump(DrillFolder place, int jobs, PartWriter parts, RecoveryProgress progress) {
    this.place = place;
    this.jobs = jobs;
    this.parts = parts;
    this.progress = progress;
  }

  /**
   * Makes its folder, for nobody but this user: what lies there is not sealed.
   *
   * @param places where it is made; removes what killed backups left there
   * @param jobs so many tables or files at a time
   * @throws Fault BACKUP_FAILED when it can't be made
   */
  public static FolderDump in(Path places, int jobs, PartWriter parts, RecoveryProgress progress) {
    try {
      Leftovers.sweep(places);
      return new FolderDump(DrillFolder.ofFiles(places), jobs, parts, progress);
    } catch (Fault e) {
      throw failed("there is no place to make the dump in: " + e.getMessage(), e);
    }
  }

  @Override
  public void take(Snapshot snapshot) {
    FolderSize written = new FolderSize(List.of(folder()));
    try (Looking _ = Looking.at(() -> progress.at(written.now(), 0))) {
      new DumpDatabase(PostgresTools.here(), snapshot).to(folder(), jobs);
    } catch (Fault e) {
      throw blamed(e);
    }
  }

  private Path folder() {
    return place.path().resolve("dump");
  }

  private Fault blamed(Fault fault) {
    String said = String.valueOf(fault.getMessage());
    Path places = Objects.requireNonNull(place.path().getParent());
    String hint = new FolderTrouble(places).hint(said);
    return hint.isEmpty() ? fault : failed(said + hint, fault);
  }

  /** The largest come first, so that none of them is begun when the others are done. */
  @Override
  public List<Part> store() throws IOException {
    List<Sized> files = files();
    progress.begins("store");
    Told told = new Told(files.stream().mapToLong(Sized::bytes).sum());
    try {
      Crew.work(jobs, files.iterator(), () -> file -> put(file, told));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return parts.parts().stream().sorted(Comparator.comparing(Part::name)).toList();
  }

  private List<Sized> files() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.map(FolderDump::sized)
          .sorted(Comparator.comparingLong(Sized::bytes).reversed())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private record Sized(Path path, long bytes) {}

  private static Sized sized(Path file) {
    try {
      return new Sized(file, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Sized file, Told told) {
    try {
      parts.put(
          StoreLayout.DUMP_FOLDER + file.path().getFileName(),
          new CountedInput(Files.newInputStream(file.path()), told::more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much of all files is stored. */
  private final class Told {

    private final long all;
    private long done;

    Told(long all) {
      this.all = all;
    }

    synchronized void more(int bytes) {
      done += bytes;
      progress.at(done, all);
    }
  }

  @Override
  public void close() {
    place.close();
  }

  private static Fault failed(String why, Fault cause) {
    return new Fault(RecoveryCode.BACKUP_FAILED.code(), why, cause);
  }
}
