package dev.interlock.recovery.business;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * Every posted entry has lines, and they add up to nothing, to the smallest unit of the company's
 * currency. Sums are exact: PostgreSQL adds what Odoo stores as decimal numbers.
 */
public final class EntriesBalance implements RestoreCheck {

  private static final String UNBALANCED =
      """
      select coalesce(nullif(m.name, '/'), 'entry ' || m.id) || ' by '
        || (sum(coalesce(l.debit, 0)) - sum(coalesce(l.credit, 0)))
      from account_move m
      join account_move_line l on l.move_id = m.id
      left join res_company c on c.id = m.company_id
      left join res_currency r on r.id = c.currency_id
      where m.state = 'posted'
      group by m.id, r.rounding
      having abs(sum(coalesce(l.debit, 0)) - sum(coalesce(l.credit, 0)))
               >= coalesce(r.rounding, 0.01) / 2
          or abs(sum(coalesce(l.balance, 0))) >= coalesce(r.rounding, 0.01) / 2
      order by m.id
      """;

  private static final String EMPTY =
      """
      select coalesce(nullif(m.name, '/'), 'entry ' || m.id) from account_move m
      where m.state = 'posted'
        and not exists (select from account_move_line l where l.move_id = m.id)
      order by m.id
      """;

  private static final String CONTRARY =
      """
      select 'line ' || l.id from account_move_line l
      join account_move m on m.id = l.move_id and m.state = 'posted'
      where l.balance is distinct from l.debit - l.credit and l.balance is not null
        and abs(l.balance - (coalesce(l.debit, 0) - coalesce(l.credit, 0))) > 0.000001
      order by l.id
      """;

  @Override
  public String name() {
    return "business/entries-balance";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      if (!session.has("account.move")) {
        return new Tally(name()).count("posted", 0).otherwise("there is no accounting");
      }
      session.require("account_move_line");
      session.require("res_currency");
      return new Tally(name())
          .count(
              "posted", session.number("select count(*) from account_move where state = 'posted'"))
          .none("unbalanced", session.faults(UNBALANCED), "posted entries do not balance")
          .none("without-lines", session.faults(EMPTY), "posted entries have no lines")
          .none("contrary", session.faults(CONTRARY), "lines are not debit less credit")
          .otherwise("all posted entries balance");
    }
  }
}
