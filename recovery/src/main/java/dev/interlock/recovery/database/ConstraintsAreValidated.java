package dev.interlock.recovery.database;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.sql.SQLException;

/**
 * Every constraint was checked against all rows, and the triggers that keep it are on: a restore
 * that was cut off between the two leaves them off.
 */
public final class ConstraintsAreValidated implements RestoreCheck {

  private static final String OWN =
      " not in (select oid from pg_namespace where nspname in ('pg_catalog','information_schema'))";

  @Override
  public String name() {
    return "database/constraints-are-validated";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    try (Session session = Session.open(restored.database())) {
      String constraints = "from pg_constraint where connamespace" + OWN;
      return new Tally(name())
          .count("constraints", session.number("select count(*) " + constraints))
          .count(
              "foreign-keys",
              session.number("select count(*) " + constraints + " and contype = 'f'"))
          .none(
              "not-validated",
              session.faults("select conname " + constraints + " and not convalidated order by 1"),
              "constraints were never checked")
          .none("not-enforced", notEnforced(session, constraints), "constraints are not enforced")
          .none("triggers-off", triggersOff(session), "triggers of constraints are switched off")
          .otherwise("all constraints hold");
    }
  }

  /** Only from PostgreSQL 18 on a constraint may be declared and not be enforced. */
  private static Faults notEnforced(Session session, String constraints) throws SQLException {
    return session.hasColumn("pg_constraint", "conenforced")
        ? session.faults("select conname " + constraints + " and not conenforced order by 1")
        : new Faults();
  }

  private static Faults triggersOff(Session session) throws SQLException {
    return session.faults(
        """
        select distinct tgrelid::regclass::text from pg_trigger
        where tgisinternal and tgenabled = 'D' order by 1
        """);
  }
}
