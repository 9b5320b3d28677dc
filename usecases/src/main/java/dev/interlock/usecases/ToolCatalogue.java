package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.KeptBackups;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where another tool keeps backups, as it is named on a command line.
 *
 * @param method how plans name it, {@link BackupCatalogue#PGBACKREST} or {@link
 *     BackupCatalogue#BARMAN}
 * @param name by which the tool knows the server
 * @param configuration file of the tool; null for the one that it looks for itself
 * @param repository number of the repository, for pgBackRest; 1 or more
 */
public record ToolCatalogue(
    String method, String name, @Nullable Path configuration, int repository) {

  /** A stanza of pgBackRest. */
  public static ToolCatalogue pgBackRest(
      String stanza, @Nullable Path configuration, int repository) {
    return new ToolCatalogue(BackupCatalogue.PGBACKREST, stanza, configuration, repository);
  }

  /** A server of Barman. */
  public static ToolCatalogue barman(String server, @Nullable Path configuration) {
    return new ToolCatalogue(BackupCatalogue.BARMAN, server, configuration, 1);
  }

  BackupCatalogue open() {
    return method.equals(BackupCatalogue.PGBACKREST)
        ? BackupCatalogue.pgBackRest(name, configuration, repository)
        : BackupCatalogue.barman(name, configuration);
  }

  /**
   * What is kept there.
   *
   * @throws InputRejected when the tool can't tell it, as when it does not know the name
   * @throws Fault when the tool is not here, or too old
   */
  KeptBackups kept() {
    return kept(open());
  }

  KeptBackups kept(BackupCatalogue catalogue) {
    return asked(catalogue::list);
  }

  /** What is asked of the tool; that it does not know the name is bad input. */
  <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (Fault e) {
      if (e.code().equals(RecoveryCode.CATALOGUE_FAILED.code())) {
        throw new InputRejected(e.code(), option(), String.valueOf(e.getMessage()), null);
      }
      throw e;
    }
  }

  /** The same as stores tell it. */
  List<StoredBackup> stored(String environment) {
    BackupCatalogue catalogue = open();
    return kept(catalogue).stored(environment, catalogue);
  }

  /** The option that names it. */
  String option() {
    return "--" + method;
  }

  /**
   * The only environment that is named: a tool does not know whose backups it keeps.
   *
   * @throws InputRejected when none or several are
   */
  static String environment(List<String> named) {
    if (named.size() == 1) {
      return named.getFirst();
    }
    throw new InputRejected(
        ActionCode.BAD_OPTION.code(),
        "--environment",
        "nobody tells whose backups the other tool keeps",
        "name the one environment that they are of");
  }
}
