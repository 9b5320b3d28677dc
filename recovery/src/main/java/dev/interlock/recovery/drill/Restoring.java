package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Filestore;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.filestore.FileList;
import dev.interlock.recovery.filestore.RestoreFilestore;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.postgres.LeftOut;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.RestoreDump;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.Isolation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a backup back into the folder of a drill: database and files at the same time. */
public final class Restoring implements Restoration {

  /** What is said when it can't be brought back. */
  public static final String CHECK = "restore/database-comes-back";

  private static final String FILES = "restore/files-come-back";

  private final BackupStore store;
  private final DrillFolder folder;
  private final Backup backup;
  private final int jobs;
  private final SlowestPart progress;
  private @Nullable RestoredOdoo odoo;
  private @Nullable PostgresAddress address;
  private @Nullable LeftOut leftOut;
  private @Nullable Isolation isolation;

  /** Restores out of a store that is open: what it gives is no longer sealed. */
  public Restoring(
      BackupStore store, DrillFolder folder, Backup backup, int jobs, RecoveryProgress progress) {
    this.store = store;
    this.folder = folder;
    this.backup = backup;
    this.jobs = jobs;
    this.progress = new SlowestPart(progress);
  }

  @Override
  public boolean run(Stages stages, Consumer<Checked> keep) {
    stages.run("restore", this::restored).forEach(keep);
    return true;
  }

  private List<Checked> restored() {
    Content content = backup.database();
    if (content == null) {
      throw failed("the manifest tells of no database", null);
    }
    PartProgress ofDatabase = progress.part();
    PartProgress ofFiles = progress.part();
    Meanwhile<@Nullable RestoredFiles> files =
        Meanwhile.start("files", () -> files(content, ofFiles));
    PostgresAddress restoredTo = whileFilesComeBack(content, files, ofDatabase);
    address = restoredTo;
    RestoredFiles restored = joined(files);
    odoo =
        new RestoredOdoo(
            restoredTo.dataSource(), restored == null ? null : restored.folder(), backup);
    List<Checked> checks = new ArrayList<>();
    checks.add(Checked.pass(CHECK, "the database came back without an error", Map.of()));
    reach(checks);
    if (restored != null) {
      checks.add(checked(restored));
    }
    return checks;
  }

  private void reach(List<Checked> checks) {
    checks.add(ReachesNobody.place(requireNonNull(isolation)));
    checks.add(ReachesNobody.restored(requireNonNull(leftOut)));
  }

  @Override
  public Instant point() {
    return backup.point();
  }

  @Override
  public RestoredOdoo odoo() {
    if (odoo == null) {
      throw new IllegalStateException("nothing was restored");
    }
    return odoo;
  }

  @Override
  public PostgresAddress address() {
    return requireNonNull(address);
  }

  /** The place is not left before both have ended. */
  private PostgresAddress whileFilesComeBack(
      Content content, Meanwhile<?> files, PartProgress told) {
    try {
      return database(content, told);
    } catch (Fault e) {
      files.end();
      throw e;
    }
  }

  @Override
  public void requireAlive(List<Checked> asked) {
    PlaceOfDrill.requireAlive(address(), log());
    PlaceOfDrill.requireInnocent(asked);
  }

  private ServerLog log() {
    return new ServerLog(folder.log());
  }

  @Override
  public Optional<Checked> pages() {
    return PagesAreSound.check(address(), PostgresTools.here(), false, jobs);
  }

  private PostgresAddress database(Content content, PartProgress told) {
    int major = major(content);
    PostgresTools tools = PostgresTools.here();
    Meanwhile<Path> dump = Meanwhile.start("dump", this::fetched);
    PostgresAddress made = whileDumpIsFetched(content, tools, major, dump);
    try {
      long rows = content.tables().stream().mapToLong(Backup.Table::rows).sum();
      leftOut =
          new RestoreDump(tools, major, folder.path())
              .telling(rows, told)
              .restore(dump.result(), made, jobs);
      return made;
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e, made, log());
    }
  }

  private PostgresAddress whileDumpIsFetched(
      Content content, PostgresTools tools, int major, Meanwhile<Path> dump) {
    try {
      DrillCluster cluster = DrillCluster.create(folder, tools, major, hadChecksums(content));
      isolation = cluster.isolation();
      return cluster.newDatabase(content.name());
    } catch (Fault e) {
      dump.end();
      throw e;
    }
  }

  /** Where nobody noted it, it had them: nothing must look faster than it will be. */
  private static boolean hadChecksums(Content content) {
    return !Boolean.FALSE.equals(content.checksums());
  }

  /** Major version of the server that was backed up. */
  static int major(Content content) {
    String number = content.server().split("[.\\D]", 2)[0];
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw failed("the manifest tells no version of the server: " + content.server(), e);
    }
  }

  /** The dump as a file: pg_restore reads it in several places at once. */
  private Path fetched() {
    String name = StoreLayout.part(backup.environment(), backup.backup(), TakeBackup.DUMP);
    return store.file(name).orElseGet(() -> copied(name));
  }

  private Path copied(String name) {
    Path dump = folder.path().resolve(TakeBackup.DUMP);
    try (InputStream in = store.open(name)) {
      Files.copy(in, dump);
      return dump;
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot fetch " + name + " to " + dump + ": " + e.getMessage(), e);
    }
  }

  private @Nullable RestoredFiles files(Content content, PartProgress told) {
    Filestore filestore = backup.filestore();
    if (filestore == null) {
      told.at(0, 0);
      return null;
    }
    String list = StoreLayout.part(backup.environment(), backup.backup(), StoreLayout.FILE_LIST);
    // The database comes back at the same time, and everybody waits for it. It needs the processors
    // more, and writers in one folder wait for each other.
    int readers = Math.max(1, store.readers() / 4);
    RestoredFiles back =
        new RestoreFilestore(store, readers, (done, all) -> told.at(done.bytes(), all.bytes()))
            .restore(FileList.in(store, list), folder.path().resolve("filestore"), content.name());
    told.at(1, 1);
    return back;
  }

  private static @Nullable RestoredFiles joined(Meanwhile<@Nullable RestoredFiles> files) {
    try {
      return files.result();
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e);
    }
  }

  /** Whether all files came back. */
  static Checked checked(RestoredFiles restored) {
    Map<String, Long> numbers =
        Map.of(
            "files", restored.restored().files(),
            "bytes", restored.restored().bytes(),
            "wrong", restored.problems().count());
    return restored.problems().isEmpty()
        ? Checked.pass(FILES, "all files came back and are what their names say", numbers)
        : Checked.fail(FILES, restored.problems().text(), numbers);
  }

  private static Fault failed(String why, @Nullable Exception cause) {
    return cause == null
        ? new Fault(RecoveryCode.RESTORE_FAILED.code(), why)
        : new Fault(RecoveryCode.RESTORE_FAILED.code(), why, cause);
  }
}
