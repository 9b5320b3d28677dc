package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How many scheduled jobs would run, fail and are late. That is for information: what was late in
 * production is late in its copy. Late is measured at the moment of the backup.
 */
public final class CronsAreKnown implements RestoreCheck {

  @Override
  public String name() {
    return "odoo/crons-are-known";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      session.require("ir_cron");
      boolean counts = session.hasColumn("ir_cron", "failure_count");
      Tally tally =
          new Tally(name())
              .count("jobs", session.number("select count(*) from ir_cron"))
              .count("active", session.number("select count(*) from ir_cron where active"));
      Backup backup = restored.backup();
      if (backup != null) {
        tally.count("overdue", overdue(session, backup.point()));
      }
      if (counts) {
        tally.count(
            "failing", session.number("select count(*) from ir_cron where failure_count > 0"));
      }
      return tally.otherwise("the scheduled jobs are there");
    }
  }

  private static long overdue(Session session, Instant moment) throws SQLException {
    return session.number(
        "select count(*) from ir_cron where active and nextcall < ? - interval '10 minutes'",
        LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }
}
