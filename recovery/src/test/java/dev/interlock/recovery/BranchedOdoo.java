package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An Odoo whose base backup was followed by an order, a moment, another order, a branch of its log,
 * a third order, a moment and a fourth order. Its server keeps no checksums of pages, and beside
 * its sealed store there is an open one.
 *
 * @param between the moment between the first order and the second
 * @param afterBranch the moment after the third
 */
record BranchedOdoo(LoggedOdoo odoo, Path folder, Backup base, Instant between, Instant afterBranch)
    implements AutoCloseable {

  static final String FIRST = "before";
  static final String SECOND = "after";
  static final String THIRD = "on the second timeline";
  static final String FOURTH = "newest";

  private static final SealingKey KEY = SealingKey.generate();

  /** Tables beside those of Odoo: one with nine rows, one with three. */
  private static final String TABLES =
      """
      create table notes as select n, 'note ' || n t from generate_series(1, 9) n;
      create table ticks as select n from generate_series(1, 3) n;
      """;

  static BranchedOdoo in(Path folder) throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(folder);
    try {
      return branched(odoo, folder);
    } catch (Throwable failed) {
      odoo.close();
      throw failed;
    }
  }

  private static BranchedOdoo branched(LoggedOdoo odoo, Path folder) throws Exception {
    Path store = odoo.odoo().storeFolder();
    odoo.server().withoutChecksums();
    odoo.odoo().run(TABLES);
    StoredBackup.newFolder(openStore(folder), InstantSource.system());
    Backup base = odoo.save(store, KEY);
    odoo.order(FIRST);
    Instant between = odoo.moment();
    odoo.order(SECOND);
    odoo.server().archiveAll();
    odoo.server().branchOff();
    odoo.order(THIRD);
    Instant afterBranch = odoo.moment();
    odoo.order(FOURTH);
    odoo.server().archiveAll();
    odoo.ship(odoo.server().archive(), store, KEY);
    return new BranchedOdoo(odoo, folder, base, between, afterBranch);
  }

  private static Path openStore(Path folder) {
    return folder.resolve("open");
  }

  /** The store that is not sealed. */
  Path openStore() {
    return openStore(folder);
  }

  /** The log of its base, as the records of the sealed store tell. */
  LogWindow window() {
    return Objects.requireNonNull(new LogWindows(odoo.odoo().store(), odoo::read).of(base));
  }

  /** A drill of its base, which must hold the order of that name. */
  Drill drill(@Nullable Instant target, String order) {
    return drill(base, target, List.of(OrderProof.named(order)), RecoveryProgress.NONE);
  }

  /** A drill from the sealed store. */
  Drill drill(
      Backup backup,
      @Nullable Instant target,
      List<ProcessProof> processes,
      RecoveryProgress progress) {
    return odoo.drill(odoo.odoo().storeFolder(), KEY, backup, target, processes, progress);
  }

  @Override
  public void close() {
    odoo.close();
  }
}
