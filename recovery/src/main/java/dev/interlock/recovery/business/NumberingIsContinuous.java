package dev.interlock.recovery.business;

import dev.interlock.evidence.Backup.Table;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.odoo.DocumentNumbers;
import dev.interlock.recovery.odoo.DocumentNumbers.Numbering;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.List;

/**
 * No number is given twice, and no document is lost from the end.
 *
 * <p>A gap is no fault of a restore: drafts are deleted, transactions that fail use a number up,
 * and a sequence may run ahead of the rows, for it is no part of a transaction. So gaps, and
 * numbers given away beyond the newest document, are counted only. What is a fault: two posted
 * entries of a journal with one number, which Odoo never allows, and fewer documents than the
 * backup recorded.
 */
public final class NumberingIsContinuous implements RestoreCheck {

  private static final List<String> DOCUMENTS =
      List.of("account_move", "sale_order", "purchase_order", "stock_picking", "mrp_production");

  private static final String GAPS =
      """
      select coalesce(sum(last - first + 1 - numbers), 0) from (
        select max(sequence_number) as last, min(sequence_number) as first,
          count(distinct sequence_number) as numbers
        from account_move where state = 'posted' and sequence_number > 0
        group by journal_id, sequence_prefix) as series
      """;

  private static final String TWICE =
      """
      select name from account_move where state = 'posted' and name <> '/'
      group by journal_id, name having count(*) > 1 order by name
      """;

  @Override
  public String name() {
    return "business/numbering-is-continuous";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    Tally tally = new Tally(name());
    try (Session session = Session.open(restored.database())) {
      if (session.has("account.move")) {
        tally
            .count("gaps-in-entries", session.number(GAPS))
            .none("given-twice", session.faults(TWICE), "numbers of entries given twice");
      }
      List<Numbering> numberings = DocumentNumbers.read(session).numberings();
      tally
          .count("numbered", numberings.stream().mapToLong(Numbering::used).sum())
          .count("beyond-the-newest", numberings.stream().mapToLong(Numbering::tail).sum());
      // Nobody did for a moment out of a log: that is told by other checks.
      List<Table> counted = restored.counted();
      return counted.isEmpty()
          ? tally.otherwise("no number is given twice; nobody counted documents for the backup")
          : tally
              .none("lost", lost(session, counted), "documents are lost")
              .otherwise("no number is given twice, no document is lost");
    }
  }

  private static Faults lost(Session session, List<Table> counted) throws SQLException {
    Faults lost = new Faults();
    for (Table table : counted) {
      if (DOCUMENTS.contains(table.name()) && session.hasTable(table.name())) {
        long rows = session.number("select count(*) from " + table.name());
        if (rows < table.rows()) {
          lost.add("%d of %s".formatted(table.rows() - rows, table.name()));
        }
      }
    }
    return lost;
  }
}
