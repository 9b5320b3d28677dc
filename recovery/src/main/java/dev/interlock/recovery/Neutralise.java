package dev.interlock.recovery;

import dev.interlock.recovery.neutral.Closing;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Closes every way in which a restored Odoo could reach somebody: mail, payments, jobs, calls to
 * other systems, the identity of production. It goes further than Odoo's own command, which leaves
 * waiting mail, queued jobs, keys and the identity as they are.
 *
 * <p>It is for a copy that nobody uses, and it is run before Odoo is started on it. What the backup
 * recorded is compared before: afterwards these rows are others.
 */
public final class Neutralise {

  private Neutralise() {}

  /**
   * Closes all, or nothing.
   *
   * @param copy connections as the owner of the restored database
   * @return how many rows were changed for each way out, by its name
   */
  public static Map<String, Long> run(DataSource copy) throws SQLException {
    return Closing.closeAll(copy);
  }
}
