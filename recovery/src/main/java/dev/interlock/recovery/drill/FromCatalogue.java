package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.log.CatalogueLog;
import dev.interlock.recovery.postgres.FolderSize;
import dev.interlock.recovery.postgres.Looking;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.PostgresVersion;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import dev.interlock.recovery.postgres.physical.WalChain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets another tool bring a server back into the folder of a drill, and its log file by file. Each
 * record of the log is read before the server may recover from it, and the server recovers with the
 * settings of a drill, not with those that the tool writes.
 */
public final class FromCatalogue implements Restoration {

  private static final String PAGES = "database/pages-are-sound";

  private final What what;
  private final DrillFolder folder;
  private final @Nullable BackupStore files;
  private final int jobs;
  private final RecoveryProgress progress;
  private final RestoredCluster cluster;
  private final int major;
  private final RecoveredServer server;
  private boolean compared;
  private @Nullable RestoredOdoo odoo;

  /**
   * What is brought back.
   *
   * @param catalogue that the backup comes from
   * @param kept all that it keeps
   * @param backup a good one
   * @param told the same as the form of a manifest has it
   * @param database the one of the server that is proven
   * @param target the moment; null for the end of the log
   */
  public record What(
      BackupCatalogue catalogue,
      KeptBackups kept,
      KeptBackup backup,
      Backup told,
      String database,
      @Nullable Instant target) {}

  /**
   * Restores nothing yet.
   *
   * @param files an open store with files of attachments; null when none are brought back
   */
  public FromCatalogue(
      What what,
      DrillFolder folder,
      @Nullable BackupStore files,
      int jobs,
      RecoveryProgress progress) {
    this.what = what;
    this.folder = folder;
    this.files = files;
    this.jobs = jobs;
    this.progress = progress;
    this.major =
        PostgresVersion.of(what.backup().server())
            .orElseThrow(() -> failed("nobody tells the version of its server"))
            .major();
    this.cluster = new RestoredCluster(folder, PostgresTools.here(), major);
    this.server = new RecoveredServer(cluster, folder, what.backup().point(), what.target());
  }

  @Override
  public boolean run(Stages stages, Consumer<Checked> keep) {
    cluster.requireServer();
    String system = stages.run("restore", this::copied);
    Optional<Checked> whole = CopyIsWhole.check(folder.data(), PostgresTools.here(), major);
    whole.ifPresent(keep);
    compared = what.catalogue().compares() || whole.isPresent();
    WalChain chain = what.kept().chain(what.backup());
    CatalogueLog log =
        new CatalogueLog(
            what.catalogue(),
            what.kept().log(what.backup()),
            folder.data(),
            cluster.log(),
            system,
            what.target());
    List<Checked> found = stages.run("log", () -> fetched(chain, log));
    found.forEach(keep);
    if (found.stream().anyMatch(it -> it.outcome() != Outcome.PASS)
        || whole.filter(it -> it.outcome() == Outcome.FAIL).isPresent()) {
      return false;
    }
    server.recover(stages, progress, chain, log.scan(), what.database(), keep);
    RestoredFiles back = stages.run("files", this::files);
    if (back != null) {
      keep.accept(Restoring.checked(back));
    }
    odoo = server.odoo(back, what.told());
    return true;
  }

  private String copied() {
    FolderSize copied = new FolderSize(List.of(folder.data(), cluster.tablespaces()));
    try (Looking _ = Looking.at(() -> progress.at(copied.now(), what.backup().bytes()))) {
      what.catalogue().restore(what.backup(), folder.data(), cluster.tablespaces(), jobs);
      return cluster.adopt();
    } catch (Fault e) {
      throw RepositoryAnswers.blamed(PlaceOfDrill.blamedByWords(e));
    }
  }

  private List<Checked> fetched(WalChain chain, CatalogueLog log) {
    try {
      List<Checked> found =
          new LogIsWhole(chain, what.kept().gaps(what.backup()), true, what.target())
              .fetched(log, progress);
      PlaceOfDrill.requireInnocent(found);
      RepositoryAnswers.require(found);
      return found;
    } catch (Fault e) {
      throw PlaceOfDrill.blamedByWords(e);
    }
  }

  private @Nullable RestoredFiles files() {
    return files == null ? null : new FilesOfMoment(files, folder, progress).of(address());
  }

  @Override
  public Instant point() {
    return server.point();
  }

  @Override
  public RestoredOdoo odoo() {
    return requireNonNull(odoo);
  }

  @Override
  public void requireAlive(List<Checked> asked) {
    server.requireAlive(asked);
  }

  /** Where nobody compared the copy with what was copied, the checksums of its pages must do. */
  @Override
  public Optional<Checked> pages() {
    Optional<Checked> pages = PagesAreSound.check(address(), PostgresTools.here(), true, jobs);
    return compared || (pages.isPresent() && hasChecksums())
        ? pages
        : Optional.of(
            Checked.unknown(
                PAGES,
                "the tool keeps no checksums of the copy, and neither do its pages, or"
                    + " pg_amcheck, which reads them, is not here"));
  }

  private boolean hasChecksums() {
    try (Connection connection = Sessions.connect(address())) {
      return "on".equals(Sessions.text(connection, "SELECT current_setting('data_checksums')"));
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public PostgresAddress address() {
    return server.address();
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), why);
  }
}
