package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * No page with a wrong checksum was met. It is asked after all rows were read. A server that keeps
 * no checksums has none that is wrong, and the number {@code enabled} says so.
 */
public final class Checksums implements RestoreCheck {

  @Override
  public String name() {
    return "database/checksums";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      boolean enabled = "on".equals(session.text("show data_checksums"));
      long failures =
          session.number(
              """
              select coalesce(sum(checksum_failures), 0) from pg_stat_database
              where datname = current_database() or datid = 0
              """);
      return new Tally(name())
          .count("enabled", enabled ? 1 : 0)
          .none("failures", failures, "pages with a wrong checksum were read")
          .otherwise(
              enabled
                  ? "no page with a wrong checksum was read"
                  : "this server keeps no checksums of its pages");
    }
  }
}
