package dev.interlock.recovery.backup;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether a database is an Odoo. Another one, such as the empty one that somebody created under a
 * name with a typing error, would be saved night after night without a word.
 */
public final class SaveableOdoo {

  private static final String MODULES = "SELECT to_regclass('public.ir_module_module') IS NOT NULL";

  private static final String INSTALLED =
      "SELECT EXISTS (SELECT FROM public.ir_module_module"
          + " WHERE state IN ('installed', 'to upgrade', 'to remove'))";

  private SaveableOdoo() {}

  /**
   * Asks.
   *
   * @throws Fault NO_ODOO when it is none, or its name is one that tools of PostgreSQL refuse
   */
  public static void require(Snapshot snapshot) {
    String database = snapshot.database();
    if (database.chars().anyMatch(Character::isISOControl)) {
      throw refused(
          "the name of the database holds a line break or another control character, which tools"
              + " of PostgreSQL refuse; rename it");
    }
    try (Connection connection = snapshot.join()) {
      if (!yes(connection, MODULES)) {
        throw refused(
            "the database \"" + database + "\" is no Odoo: it has no table ir_module_module");
      }
      if (!yes(connection, INSTALLED)) {
        throw refused("no module is installed in the Odoo of the database \"" + database + "\"");
      }
    } catch (SQLException e) {
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(),
          "nobody can tell whether the database is an Odoo: " + e.getMessage(),
          e);
    }
  }

  private static boolean yes(Connection connection, String question) throws SQLException {
    return "t".equals(Sessions.text(connection, question));
  }

  private static Fault refused(String why) {
    return new Fault(RecoveryCode.NO_ODOO.code(), why);
  }
}
