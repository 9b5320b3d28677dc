package dev.interlock.recovery.drill;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.database.TablesAsRecorded;
import dev.interlock.recovery.postgres.digest.TableDigests;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.PausedCluster;
import dev.interlock.recovery.postgres.drill.RestoredCluster;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Compares the rows of all tables with what was counted at a mark of the log: the server recovers
 * up to there, stands still, is read, and recovers anew later.
 *
 * <p>A transaction that ended while the mark was set may be in the log before it, and was not seen
 * by those who counted. Rows that differ prove nothing then; rows that are all the same do.
 */
final class ComparedRows {

  private final RestoredCluster cluster;
  private final DrillFolder folder;
  private final Backup backup;
  private final Content content;
  private final Mark mark;
  private final int jobs;
  private final RecoveryProgress progress;

  /**
   * Compares nothing yet.
   *
   * @param content what the backup counted
   * @param mark where it did
   * @param jobs so many tables are read at the same time
   */
  ComparedRows(
      RestoredCluster cluster,
      DrillFolder folder,
      Backup backup,
      Content content,
      Mark mark,
      int jobs,
      RecoveryProgress progress) {
    this.cluster = cluster;
    this.folder = folder;
    this.backup = backup;
    this.content = content;
    this.mark = mark;
    this.jobs = jobs;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param timeline the course of history that the mark is on, and that is followed later
   * @throws Fault PLACE_FAILED when the place fails; that says nothing about the backup
   */
  Checked check(long timeline) {
    try (PausedCluster standing = cluster.pauseAt(mark, timeline, content.name())) {
      return compared(standing.database());
    } catch (Fault e) {
      requireAlive(e);
      return unreadable(e);
    } catch (SQLException e) {
      requireAlive(e);
      return unreadable(
          new Fault(RecoveryCode.RESTORE_FAILED.code(), String.valueOf(e.getMessage()), e));
    }
  }

  /** A server that somebody ended tells so when it is ended once more, or in its log. */
  private void requireAlive(Exception why) {
    for (Throwable besides : why.getSuppressed()) {
      if (besides instanceof Fault fault && fault.code().equals(RecoveryCode.PLACE_FAILED.code())) {
        throw fault;
      }
    }
    Optional<String> killed = new ServerLog(folder.log()).killed();
    if (killed.isPresent()) {
      throw PlaceOfDrill.failed(
          "a process of the drill's PostgreSQL was ended: " + killed.get(), why);
    }
  }

  /** What keeps it from recovering at all is told by who recovers it to the end. */
  private static Checked unreadable(Fault fault) {
    Fault why = PlaceOfDrill.blamedByWords(fault);
    if (why.code().equals(RecoveryCode.PLACE_FAILED.code())) {
      throw why;
    }
    String words = String.valueOf(why.getMessage()).replaceAll("\\s+", " ");
    return unknown("nobody can look at the server where rows were counted: " + words);
  }

  private Checked compared(DataSource database) throws SQLException {
    TablesAsRecorded asked =
        new TablesAsRecorded(quiet -> TableDigests.of(quiet, jobs, progress::at));
    Checked found = asked.verify(new RestoredOdoo(database, null, backup));
    if (found.outcome() == Outcome.PASS) {
      return found;
    }
    long ended = new UnseenTransactions(mark.visible()).ended(database);
    return ended == 0
        ? found
        : unknown(
            "transactions ended just when the rows were counted ("
                + ended
                + "), so nobody knows whether it is theirs: "
                + found.message());
  }

  /** Nobody knows whether the rows are what they were. */
  static Checked unknown(String why) {
    return Checked.unknown(TablesAsRecorded.NAME, why);
  }
}
