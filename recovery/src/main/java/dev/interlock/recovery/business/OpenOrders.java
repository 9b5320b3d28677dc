package dev.interlock.recovery.business;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much work is open: what the people would find on their desks after this restore. For
 * information, and to be compared between drills.
 */
public final class OpenOrders implements RestoreCheck {

  private static final Map<String, String> OPEN = new LinkedHashMap<>();

  static {
    OPEN.put("quotations", "sale_order where state in ('draft', 'sent')");
    OPEN.put("sales", "sale_order where state in ('sale', 'done')");
    OPEN.put(
        "purchases", "purchase_order where state in ('draft', 'sent', 'to approve', 'purchase')");
    OPEN.put("pickings", "stock_picking where state not in ('draft', 'done', 'cancel')");
    OPEN.put("productions", "mrp_production where state in ('confirmed', 'progress', 'to_close')");
    OPEN.put("draft-entries", "account_move where state = 'draft'");
  }

  @Override
  public String name() {
    return "business/open-orders";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    Tally tally = new Tally(name());
    try (Session session = Session.open(restored.database())) {
      for (Map.Entry<String, String> kind : OPEN.entrySet()) {
        String table = kind.getValue().split(" ", 2)[0];
        if (session.has(table.replace('_', '.'))) {
          tally.count(kind.getKey(), session.number("select count(*) from " + kind.getValue()));
        }
      }
    }
    return tally.otherwise("the open work is there");
  }
}
