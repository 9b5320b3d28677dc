package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process of its own that drills a base backup with much log, and says on its output when the
 * server begins to recover. What came of the drill is written to a file, if it comes to that.
 */
final class RecoveringDrill {

  /** So much log takes a server some seconds. */
  static final String MUCH =
      "create table much as select n, repeat('x', 500) t from generate_series(1, 150000) n";

  private RecoveringDrill() {}

  /** Drills in a folder. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (LoggedOdoo odoo = LoggedOdoo.in(folder)) {
      Backup backup = saved(odoo);
      RecoveryProgress told =
          new RecoveryProgress() {
            @Override
            public void begins(String stage) {
              System.out.println(stage);
            }

            @Override
            public void at(long done, long all) {}
          };
      boolean verified = odoo.drill(backup, told).verified();
      Files.writeString(folder.resolve("drill"), "verified " + verified);
    }
  }

  /** A base backup, and behind it much log. */
  static Backup saved(LoggedOdoo odoo) throws Exception {
    Path store = odoo.odoo().storeFolder();
    Backup backup = odoo.save(store, null);
    odoo.odoo().run(MUCH);
    odoo.server().archiveAll();
    odoo.ship(odoo.server().archive(), store, null);
    return backup;
  }
}
