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
 * The scheduled jobs of modules are there. How many would run, fail and are late is for
 * information: what was late in production is late in its copy. Late is measured at the moment of
 * the backup.
 */
public final class CronsAreKnown implements RestoreCheck {

  /** Odoo forgets the name of a job that somebody deletes: a name alone is a job that was lost. */
  private static final String GONE =
      """
      select d.module || '.' || d.name from ir_model_data d
      join ir_module_module m on m.name = d.module and m.state = 'installed'
      where d.model = 'ir.cron' and not exists (select from ir_cron c where c.id = d.res_id)
      order by 1
      """;

  @Override
  public String name() {
    return "odoo/crons-are-known";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      session.require("ir_cron");
      boolean counts = session.hasColumn("ir_cron", "failure_count");
      session.require("ir_model_data");
      long jobs = session.number("select count(*) from ir_cron");
      Tally tally =
          new Tally(name())
              .count("jobs", jobs)
              .wrongWhen(jobs == 0, "there is none, and every Odoo has some")
              .none("gone", session.faults(GONE), "scheduled jobs of modules are gone")
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
