package dev.interlock.testkit;

import dev.interlock.evidence.Drill.Checked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the checks of one drill of the core platform found, by the names and in the words of the
 * program.
 *
 * @param week how many drills came before: data grows from one to the next
 * @param missing how many files did not come back
 * @param newest when the newest work was done that came back
 */
record CoreChecks(int week, long missing, Instant newest) {

  private static final long PART_OF_FILES = 1_000;

  private static final List<String> WAYS_OUT =
      List.of(
          "crons",
          "queue-jobs",
          "mail-servers",
          "incoming-mail",
          "waiting-mail",
          "text-messages",
          "campaigns",
          "push-messages",
          "webhooks",
          "payments",
          "delivery",
          "paid-services",
          "electronic-invoices",
          "outside-accounts",
          "sign-in",
          "api-keys",
          "cloud-storage",
          "identity",
          "address",
          "mark");

  private static final List<String> WORK =
      List.of(
          "group-reporting/accounting",
          "invoicing-and-close/accounting",
          "mrp/manufacturing",
          "mrp/stock",
          "order-to-cash/sales",
          "order-to-cash/stock",
          "order-to-cash/open-orders-have-lines",
          "procurement-edi/purchasing",
          "shop-floor-reporting/manufacturing",
          "warehouse-execution/stock");

  List<Checked> all() {
    List<Checked> all = new ArrayList<>();
    backup(all);
    database(all);
    odoo(all);
    business(all);
    WAYS_OUT.forEach(way -> pass(all, "neutralised/" + way, "closed", Map.of("open", 0L)));
    WORK.forEach(work -> pass(all, "process/" + work, "it can be worked with", Map.of()));
    return all;
  }

  private void backup(List<Checked> all) {
    pass(
        all,
        "backup/log-is-whole",
        "all of it that is needed is as it was stored",
        Map.of("wrong", 0L));
    pass(all, "restore/database-comes-back", "the database came back without an error", Map.of());
    pass(
        all,
        "restore/place-is-isolated",
        "cut off from the network: its PostgreSQL has a network of its own that leads nowhere",
        Map.of("cut-off", 1L));
    pass(
        all,
        "restore/files-come-back",
        "all files came back and are what their names say",
        Map.of("files", files() - missing, "wrong", 0L));
  }

  private void database(List<Checked> all) {
    pass(
        all,
        "database/encoding-and-collation",
        "UTF8, and text sorts as it did",
        Map.of("collations-changed", 0L));
    pass(all, "database/extensions-are-known", "all extensions are known", Map.of("gone", 0L));
    pass(all, "database/constraints-are-validated", "all constraints hold", Map.of());
    pass(all, "database/indexes-are-valid", "all indexes are valid", Map.of("not-valid", 0L));
    pass(all, "database/sequences-are-ahead", "the next ids and numbers are new ones", Map.of());
    pass(all, "database/checksums", "no page with a wrong checksum was read", Map.of());
    pass(all, "database/pages-are-sound", "every page reads well, indexes are in order", Map.of());
  }

  private void odoo(List<Checked> all) {
    pass(all, "odoo/is-odoo", "Odoo 19.0.1.3", Map.of("series", 19L));
    pass(all, "odoo/modules-are-whole", "no module is half installed", Map.of("installed", 214L));
    pass(
        all,
        "odoo/registry-is-whole",
        "all tables and keys of installed modules are there",
        Map.of());
    pass(all, "odoo/filestore-directory", "the folder of files looks like one", Map.of());
    pass(all, "odoo/attachments-are-consistent", "the rows of attachments agree", Map.of());
    Map<String, Long> counted = Map.of("files", files(), "missing", missing);
    all.add(
        missing == 0
            ? Checked.pass(
                "odoo/attachments-have-files", "every attachment has its content", counted)
            : Checked.fail(
                "odoo/attachments-have-files", "files are missing: " + missing, counted));
    pass(all, "odoo/crons-are-known", "the scheduled jobs are there", Map.of("gone", 0L));
  }

  private void business(List<Checked> all) {
    pass(all, "business/entries-balance", "all posted entries balance", Map.of("unbalanced", 0L));
    pass(all, "business/stock-equals-moves", "the stock is what was moved", Map.of());
    pass(
        all,
        "business/numbering-is-continuous",
        "no number is given twice, no document is lost",
        Map.of("given-twice", 0L, "lost", 0L));
    pass(
        all,
        "business/newest-work",
        "nothing is newer than the backup",
        Map.of("picking", newest.getEpochSecond()));
  }

  private long files() {
    return 412 * PART_OF_FILES + 6_180L * week;
  }

  private static void pass(
      List<Checked> all, String name, String words, Map<String, Long> numbers) {
    all.add(Checked.pass(name, words, numbers));
  }
}
