package dev.interlock.recovery.business;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When the newest work of each kind was written, in seconds since 1970. Nothing can be newer than
 * the moment that was backed up: else a clock was wrong, or this is not that backup. Clocks of the
 * two machines may differ by a minute.
 */
public final class NewestWork implements RestoreCheck {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("sale-order", "sale_order");
    KINDS.put("purchase-order", "purchase_order");
    KINDS.put("picking", "stock_picking");
    KINDS.put("production", "mrp_production");
    KINDS.put("entry", "account_move where state = 'posted'");
    KINDS.put("attachment", "ir_attachment where store_fname is not null");
  }

  @Override
  public String name() {
    return "business/newest-work";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    Backup backup = restored.backup();
    Tally tally = new Tally(name());
    long latest =
        backup == null ? Long.MAX_VALUE : backup.point().plus(CLOCKS_DIFFER).getEpochSecond();
    try (Session session = Session.open(restored.database())) {
      for (Map.Entry<String, String> kind : KINDS.entrySet()) {
        if (session.has(model(kind.getValue()))) {
          long newest = newest(session, kind.getValue());
          tally
              .count(kind.getKey(), newest)
              .wrongWhen(
                  newest > latest,
                  "the newest %s is %d seconds newer than the backup"
                      .formatted(kind.getKey(), newest - latest + CLOCKS_DIFFER.toSeconds()));
        }
      }
    }
    return tally
        .unknownWhen(backup == null, "nothing says which moment was backed up")
        .otherwise("nothing is newer than the backup");
  }

  private static String model(String from) {
    return from.split(" ", 2)[0].replace('_', '.');
  }

  private static long newest(Session session, String from) throws SQLException {
    return session.number(
        "select extract(epoch from max(greatest(write_date, create_date)))::bigint from " + from);
  }
}
