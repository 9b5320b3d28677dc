package dev.interlock.changes.register;

import dev.interlock.changes.RegisterCode;
import dev.interlock.finding.Fault;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates the register's schema or brings it up to date, as its owner. */
public final class RegisterMigration {

  private static final String SCHEMA = "changes";

  private RegisterMigration() {}

  /** Migrates, and grants a role what it needs to append and to read, and nothing else. */
  public static void run(DataSource owner, String runtimeRole) {
    try {
      Flyway.configure(RegisterMigration.class.getClassLoader())
          .dataSource(owner)
          .locations("classpath:dev/interlock/changes/register")
          .defaultSchema(SCHEMA)
          .schemas(SCHEMA)
          .table("migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Fault(
          RegisterCode.STORAGE_FAILED.code(),
          "the register of changes cannot be migrated: " + e.getMessage(),
          e);
    }
    grant(new RegisterDatabase(owner), '"' + runtimeRole.replace("\"", "\"\"") + '"');
  }

  private static void grant(RegisterDatabase database, String role) {
    database.inTurn(
        "grant its tables",
        handle ->
            handle.execute("revoke all on schema changes from public, " + role)
                + handle.execute("revoke all on all tables in schema changes from public, " + role)
                + handle.execute("grant usage on schema changes to " + role)
                + handle.execute(
                    "grant select, insert on changes.event, changes.content to " + role)
                + handle.execute(
                    "grant select, insert, update, delete on changes.judgement to " + role));
  }
}
