package dev.interlock.server;

import dev.interlock.server.database.Database;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.ServerLedger;
import org.flywaydb.core.Flyway;

/** Brings the tables of every room to this version, each in its own schema. */
final class Migrations {

  private Migrations() {}

  static void run(Database database) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.owner())
        .schemas("server")
        .defaultSchema("server")
        .table("history")
        .locations("classpath:dev/interlock/server/database")
        .placeholders(java.util.Map.of("runtime", Database.RUNTIME_ROLE))
        .load()
        .migrate();
    ServerLedger.migrate(database.owner(), Database.RUNTIME_ROLE);
    ChangeBook.migrate(database.owner(), Database.RUNTIME_ROLE);
  }
}
