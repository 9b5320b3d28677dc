package dev.interlock.ledger.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates the ledger's schema or brings it up to date, as its owner. */
public final class Migration {

  private static final String SCHEMA = "ledger";

  private Migration() {}

  /**
   * Migrates, and grants a role what it needs to append and to read, and nothing else.
   *
   * @param owner connects as the role that shall own the schema
   */
  public static void run(DataSource owner, String runtimeRole) {
    Database database = new Database(owner);
    RuntimeRole role = new RuntimeRole(database, runtimeRole);
    role.requireHarmless();
    try {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:dev/interlock/ledger/postgres")
          .defaultSchema(SCHEMA)
          .schemas(SCHEMA)
          .table("migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw SqlErrors.of("migrate the ledger", e);
    }
    role.grant();
  }
}
