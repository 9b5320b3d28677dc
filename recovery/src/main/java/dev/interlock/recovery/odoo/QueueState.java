package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * How many jobs of the OCA queue stand in each state: those in pending, enqueued and started run as
 * soon as a runner starts on the copy. For information; without that queue there is nothing to
 * count.
 */
public final class QueueState implements RestoreCheck {

  @Override
  public String name() {
    return "odoo/queue-state";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      if (!session.has("queue.job")) {
        return new Tally(name()).count("jobs", 0).otherwise("there is no queue of jobs");
      }
      Tally tally =
          new Tally(name()).count("jobs", session.number("select count(*) from queue_job"));
      session.each(
          "select state, count(*) from queue_job group by state",
          row -> tally.count(row.getString(1), row.getLong(2)));
      return tally.otherwise("the jobs of the queue are there");
    }
  }
}
