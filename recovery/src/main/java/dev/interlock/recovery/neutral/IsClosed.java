package dev.interlock.recovery.neutral;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/** One way out is closed, in every table in which it could be open. */
final class IsClosed implements RestoreCheck {

  private final Outlet outlet;

  IsClosed(Outlet outlet) {
    this.outlet = outlet;
  }

  @Override
  public String name() {
    return "neutralised/" + outlet.name();
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    long applied = 0;
    long open = 0;
    try (Session session = Session.open(restored.database())) {
      session.require("ir_config_parameter");
      for (Measure measure : outlet.measures()) {
        if (session.hasColumns(measure.table(), measure.columns())) {
          applied++;
          open += Math.max(0, session.number(measure.open()));
        }
      }
    }
    return new Tally(name())
        .count("ways", applied)
        .none("open", open, outlet.words())
        .otherwise(applied == 0 ? "there is no such way out" : "closed");
  }
}
