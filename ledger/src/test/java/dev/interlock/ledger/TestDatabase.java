package dev.interlock.ledger;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * One database of a test, as each of its roles sees it.
 *
 * @param databases the server it is on
 */
record TestDatabase(PostgresDatabases databases, String name) {

  DataSource as(String role) {
    return databases.server().connect(role, name);
  }

  DataSource owner() {
    return as(PostgresDatabases.OWNER);
  }

  DataSource runtime() {
    return as(PostgresDatabases.RUNTIME);
  }

  /** The ledger of {@link Samples}. */
  PostgresLedger open() {
    return PostgresLedger.open(runtime(), Samples.ORIGIN, Samples.KEY, Samples.CLOCK);
  }

  PostgresLedger open(Duration patience) {
    return PostgresLedger.open(
        runtime(), Samples.ORIGIN, Samples.KEY, List.of(), patience, Samples.CLOCK);
  }

  /** Runs SQL as a role. */
  void run(String role, String... statements) {
    Jdbi.create(as(role))
        .useHandle(handle -> {
          for (String statement : statements) {
            handle.execute(statement);
          }
        });
  }

  /** What only somebody with all power over the server can do: change entries in spite of all. */
  void tamper(String... statements) {
    run(
        "postgres",
        "alter table ledger.entry disable trigger all",
        "alter table ledger.checkpoint disable trigger all",
        "alter table ledger.entry drop constraint hash_is_of_data");
    run("postgres", statements);
    run(
        "postgres",
        "alter table ledger.entry enable always trigger only_grows",
        "alter table ledger.entry enable always trigger in_turn",
        "alter table ledger.checkpoint enable always trigger only_grows",
        "alter table ledger.checkpoint enable always trigger in_turn");
  }
}
