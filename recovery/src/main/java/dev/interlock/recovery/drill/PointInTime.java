package dev.interlock.recovery.drill;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.LogWindow;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.TakeBaseBackup;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.log.FetchLog;
import dev.interlock.recovery.log.StoredLog;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalScan;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a base backup and its log back into the folder of a drill, to a moment or to the end of
 * the log, and then the files that the database speaks of at that moment.
 */
public final class PointInTime implements Restoration {

  private final BackupStore store;
  private final StoredLog stored;
  private final DrillFolder folder;
  private final Backup backup;
  private final Log log;
  private final Content content;
  private final @Nullable Instant target;
  private final int jobs;
  private final RecoveryProgress progress;
  private final RestoredCluster cluster;
  private final RecoveredServer server;
  private @Nullable RestoredOdoo odoo;

  /**
   * Restores nothing yet.
   *
   * @param store is open: what it gives is no longer sealed
   * @param stored the log that the store has
   * @param target the moment to bring back; null for the end of the log
   */
  public PointInTime(
      BackupStore store,
      StoredLog stored,
      DrillFolder folder,
      Backup backup,
      @Nullable Instant target,
      int jobs,
      RecoveryProgress progress) {
    this.store = store;
    this.stored = stored;
    this.folder = folder;
    this.backup = backup;
    this.log = requireNonNull(backup.log());
    this.content = requireContent(backup);
    this.target = target;
    this.jobs = jobs;
    this.progress = progress;
    this.cluster = new RestoredCluster(folder, PostgresTools.here(), Restoring.major(content));
    this.server = new RecoveredServer(cluster, folder, backup.point(), target);
  }

  private static Content requireContent(Backup backup) {
    Content content = backup.database();
    Log log = backup.log();
    if (content == null || log == null || log.first() == null || log.last() == null) {
      throw failed("the manifest tells of no database, or not which files of the log it needs");
    }
    return content;
  }

  @Override
  public boolean run(Stages stages, Consumer<Checked> keep) {
    WalChain chain = stored.chain(log);
    FetchLog fetch = new FetchLog(store, stored, cluster.log(), target);
    List<Checked> found = stages.run("log", () -> whole(chain).fetched(fetch, progress));
    found.forEach(keep);
    if (found.stream().anyMatch(it -> it.outcome() != Outcome.PASS)) {
      return false;
    }
    if (!isCopied(stages.run("restore", this::unpack), keep)) {
      return false;
    }
    Mark mark = log.counted();
    if (mark != null) {
      keep.accept(compared(mark, stages, chain, fetch.scan()));
    }
    server.recover(stages, progress, chain, fetch.scan(), content.name(), keep);
    Optional<RestoredFiles> files = stages.run("files", this::files);
    files.map(Restoring::checked).ifPresent(keep);
    odoo = server.odoo(files.orElse(null), backup);
    return true;
  }

  private Checked compared(Mark mark, Stages stages, WalChain chain, WalScan read) {
    if (!read.marked(mark.name())) {
      return ComparedRows.unknown(
          "rows were counted as of "
              + mark.at()
              + (target == null
                  ? ", and the log that is followed does not come past that"
                  : ": name that moment or a later one to compare them"));
    }
    ComparedRows rows = new ComparedRows(cluster, folder, backup, content, mark, jobs, progress);
    return stages.runAsProof("compare", () -> rows.check(chain.timeline()));
  }

  private LogIsWhole whole(WalChain chain) {
    return new LogIsWhole(
        chain, LogWindow.gaps(stored, chain, log), stored.lostHistories().isEmpty(), target);
  }

  private static boolean isCopied(Optional<Checked> checked, Consumer<Checked> keep) {
    checked.ifPresent(keep);
    return checked.isEmpty() || checked.get().outcome() != Outcome.FAIL;
  }

  private Optional<Checked> unpack() {
    String part = StoreLayout.part(backup.environment(), backup.backup(), TakeBaseBackup.COPY);
    try (InputStream in =
        new ToldStream(store.open(part), store.size(part).orElse(0), progress::at)) {
      cluster.unpack(in, log.system());
      return CopyIsWhole.check(folder.data(), PostgresTools.here(), Restoring.major(content));
    } catch (Fault e) {
      throw PlaceOfDrill.blamedByWords(e);
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot fetch " + part + ": " + e.getMessage(), e);
    }
  }

  private Optional<RestoredFiles> files() {
    return backup.filestore() == null
        ? Optional.empty()
        : Optional.of(new FilesOfMoment(store, folder, progress).of(address()));
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

  @Override
  public Optional<Checked> pages() {
    return PagesAreSound.check(address(), PostgresTools.here(), true, jobs);
  }

  @Override
  public PostgresAddress address() {
    return server.address();
  }

  private static Fault failed(String why) {
    return new Fault(RecoveryCode.RESTORE_FAILED.code(), why);
  }
}
