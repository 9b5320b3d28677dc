package dev.interlock.recovery;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.catalogue.Barman;
import dev.interlock.recovery.catalogue.PgBackRest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Backups of a whole PostgreSQL server that another tool makes and keeps, with the server's log. It
 * is read and driven by asking the tool alone, so that every place where the tool can keep backups,
 * and every way in which it packs and encrypts them, is read too.
 */
public interface BackupCatalogue {

  /** How a plan of the estate names backups that pgBackRest keeps. */
  String PGBACKREST = "pgbackrest";

  /** How a plan of the estate names backups that Barman keeps. */
  String BARMAN = "barman";

  /** How a plan of the estate names such backups, {@link #PGBACKREST} or {@link #BARMAN}. */
  String method();

  /**
   * The tool with its version, such as {@code pgBackRest 2.45}.
   *
   * @throws Fault NO_TOOL when it is not on this machine
   */
  String tool();

  /** True when the tool compares each file that it brings back with what it noted of it. */
  boolean compares();

  /**
   * What the tool keeps, as its catalogue tells it; nothing is read of the backups themselves.
   *
   * @throws Fault NO_TOOL, TOOL_TOO_OLD, CATALOGUE_FAILED with what the tool said
   */
  KeptBackups list();

  /**
   * How much of the server a backup can hold that the tool makes, by {@link KeptBackup#kind}; the
   * first is what it makes when nobody says.
   */
  List<String> kinds();

  /**
   * Lets the tool make a backup, by its own settings of the server and of where it goes.
   *
   * @param kind how much of the server it shall hold, one of {@link #kinds}; a tool that has
   *     nothing yet to build on makes a full one
   * @param progress is told how far the tool is, where it says so
   * @return what it made
   * @throws Fault BACKUP_FAILED with what the tool said, such as that another one is being made;
   *     CATALOGUE_FAILED when it knows no such server, NO_TOOL, TOOL_TOO_OLD
   */
  KeptBackup take(String kind, RecoveryProgress progress);

  /**
   * Lets the tool bring back the data directory of a server. Nothing outside of the two folders is
   * written, tablespaces included. The folders belong to whom the tool works as.
   *
   * @param backup which
   * @param data folder for the data directory; is made, must not be there
   * @param tablespaces folder for tablespaces; is made, must not be there
   * @param jobs so much is done at the same time
   * @throws Fault RESTORE_FAILED with what the tool said, TOOL_TOO_OLD
   */
  void restore(KeptBackup backup, Path data, Path tablespaces, int jobs);

  /**
   * Lets the tool bring a file of the server's log, or the history of a timeline.
   *
   * @param file its name
   * @param data a data directory that was brought back
   * @param to the file to write; must not be there
   * @return false when the tool does not have it
   * @throws Fault RESTORE_FAILED with what the tool said
   */
  boolean fetch(String file, Path data, Path to);

  /**
   * What pgBackRest keeps.
   *
   * @param stanza its name for the server
   * @param configuration its file; null for the one that it looks for itself
   * @param repository number of the repository, 1 or more
   */
  static BackupCatalogue pgBackRest(String stanza, @Nullable Path configuration, int repository) {
    return new PgBackRest(stanza, configuration, repository);
  }

  /**
   * What Barman keeps.
   *
   * @param server its name for the server
   * @param configuration its file; null for the one that it looks for itself
   */
  static BackupCatalogue barman(String server, @Nullable Path configuration) {
    return new Barman(server, configuration);
  }
}
