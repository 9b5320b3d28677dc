package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.postgres.LeftOut;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.RestoreDump;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup with a dump back into the folder of a drill. While its parts are read and
 * compared with what was stored, a server is made and the files begin to come back; the dump is
 * given to nobody before all parts are known to be whole. Then the database comes back, and the
 * rest of the files beside it.
 */
public final class Restoring implements Restoration {

  /** What is said when it can't be brought back. */
  public static final String CHECK = "restore/database-comes-back";

  private static final String FILES = "restore/files-come-back";

  private final PartsAreWhole parts;
  private final BackupStore store;
  private final DrillFolder folder;
  private final Backup backup;
  private final int jobs;
  private final PartProgress ofDatabase;
  private final FilesOfDump files;
  private @Nullable Meanwhile<EmptyServer> server;
  private @Nullable Meanwhile<Path> dump;
  private @Nullable RestoredOdoo odoo;
  private @Nullable PostgresAddress address;

  /**
   * Restores nothing yet.
   *
   * @param parts tells whether what is stored is what was stored
   * @param store is open: what it gives is no longer sealed
   */
  public Restoring(
      PartsAreWhole parts,
      BackupStore store,
      DrillFolder folder,
      Backup backup,
      int jobs,
      RecoveryProgress progress) {
    this.parts = parts;
    this.store = store;
    this.folder = folder;
    this.backup = backup;
    this.jobs = jobs;
    SlowestPart slowest = new SlowestPart(progress);
    this.ofDatabase = slowest.part();
    this.files = new FilesOfDump(store, folder, backup, slowest.part());
  }

  /** What goes wrong with what is begun here is told by the restore, if there is one. */
  @Override
  public boolean fetch(Stages stages, Consumer<Checked> keep) {
    Content content = backup.database();
    if (content == null) {
      return parts.fetch(stages, keep);
    }
    server = Meanwhile.start("server", () -> EmptyServer.make(folder, content, major(content)));
    return parts.fetch(stages, keep, files.list(), files::begin);
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
    files.begin();
    Restored database = whileFilesComeBack(content);
    address = database.server().database();
    RestoredFiles back = files.result();
    odoo = new RestoredOdoo(address.dataSource(), back == null ? null : back.folder(), backup);
    List<Checked> checks = new ArrayList<>();
    checks.add(Checked.pass(CHECK, "the database came back without an error", Map.of()));
    checks.add(ReachesNobody.place(database.server().isolation()));
    checks.add(ReachesNobody.restored(database.leftOut()));
    if (back != null) {
      checks.add(checked(back));
    }
    return checks;
  }

  /** The database that came back, and what of it did not. */
  private record Restored(EmptyServer server, LeftOut leftOut) {}

  private Restored whileFilesComeBack(Content content) {
    try {
      return database(content);
    } catch (Fault e) {
      files.stop();
      throw e;
    }
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

  @Override
  public void requireAlive(List<Checked> asked) {
    PlaceOfDrill.requireAlive(address(), log());
    PlaceOfDrill.requireInnocent(asked);
  }

  private ServerLog log() {
    return new ServerLog(folder.log());
  }

  @Override
  public void close() {
    // They end beside each other: who ends a drill from outside does not wait long.
    files.interrupt();
    begun().forEach(Meanwhile::interrupt);
    files.stop();
    begun().forEach(Meanwhile::end);
  }

  private Stream<Meanwhile<?>> begun() {
    return Stream.<@Nullable Meanwhile<?>>of(server, dump).filter(Objects::nonNull);
  }

  @Override
  public Optional<Checked> pages() {
    return PagesAreSound.check(address(), PostgresTools.here(), false, jobs);
  }

  private Restored database(Content content) {
    int major = major(content);
    dump = Meanwhile.start("dump", new FetchedDump(store, backup, folder.path(), jobs)::fetch);
    EmptyServer made = made();
    try {
      long rows = content.tables().stream().mapToLong(Backup.Table::rows).sum();
      LeftOut leftOut =
          new RestoreDump(PostgresTools.here(), major, folder.path())
              .telling(rows, ofDatabase)
              .restore(fetched(dump), made.database(), jobs);
      return new Restored(made, leftOut);
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e, made.database(), log());
    }
  }

  private EmptyServer made() {
    try {
      return requireNonNull(server).result();
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e);
    }
  }

  /** It was whole when it was read: when it can't be written now, it is the place. */
  private static Path fetched(Meanwhile<Path> dump) {
    try {
      return dump.result();
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e);
    }
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
