package dev.interlock.ledger;

import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** New databases on one server, with and without the tables of a ledger. */
final class PostgresDatabases implements AutoCloseable {

  static final String OWNER = "ledger_owner";
  static final String RUNTIME = "ledger_runtime";
  private static final String MIGRATED = "migrated";

  private final PostgresServer server = PostgresServer.start();
  private final AtomicInteger made = new AtomicInteger();

  PostgresDatabases() {
    administrate("create role " + OWNER + " login");
    administrate("create role " + RUNTIME + " login");
    administrate("create database " + MIGRATED + " owner " + OWNER);
    PostgresLedger.migrate(server.connect(OWNER, MIGRATED), RUNTIME);
  }

  PostgresServer server() {
    return server;
  }

  /** A database whose ledger nobody has opened yet. */
  TestDatabase migrated() {
    return create(" template " + MIGRATED);
  }

  /** A database without anything in it. */
  TestDatabase empty() {
    return create("");
  }

  private TestDatabase create(String template) {
    String name = "test_" + made.incrementAndGet();
    administrate("create database " + name + template + " owner " + OWNER);
    return new TestDatabase(this, name);
  }

  private void administrate(String sql) {
    Jdbi.create(server.connect("postgres", "postgres")).useHandle(handle -> handle.execute(sql));
  }

  @Override
  public void close() {
    server.close();
  }
}
