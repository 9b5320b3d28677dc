package dev.interlock.recovery.neutral;

import dev.interlock.recovery.query.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Closes all ways out, in one transaction. */
public final class Closing {

  private Closing() {}

  /** Says how many rows were changed for each way out. */
  public static Map<String, Long> closeAll(DataSource database) throws SQLException {
    Map<String, Long> changed = new TreeMap<>();
    try (Session session = Session.open(database)) {
      for (Outlet outlet : Outlets.ALL) {
        changed.put(outlet.name(), close(session, outlet));
      }
      session.connection().commit();
    }
    return Collections.unmodifiableMap(changed);
  }

  private static long close(Session session, Outlet outlet) throws SQLException {
    long rows = 0;
    for (Measure measure : outlet.measures()) {
      if (session.hasColumns(measure.table(), measure.columns())) {
        try (Statement statement = session.connection().createStatement()) {
          rows += statement.executeUpdate(measure.close());
        }
      }
    }
    return rows;
  }
}
