package dev.interlock.changes.register;

import dev.interlock.changes.PostgresRegister;
import dev.interlock.goldens.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real PostgreSQL for the whole run, and a database of its own for each test. */
final class RegisterServer implements ParameterResolver {

  static final String OWNER = "register_owner";
  static final String RUNTIME = "register_runtime";

  private static final Namespace NAMESPACE = Namespace.create(RegisterServer.class);

  /** A database with an empty register. */
  record TestDatabase(EmbeddedPostgres server, String name) {

    DataSource as(String role) {
      return server.getDatabase(role, name);
    }

    PostgresRegister open() {
      return PostgresRegister.open(as(RUNTIME));
    }
  }

  private static final class Running implements AutoCloseable {

    private final AtomicInteger made = new AtomicInteger();
    private final EmbeddedPostgres server;

    Running() {
      try {
        server =
            EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setServerConfig("shared_buffers", "64MB")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      run("create role " + OWNER + " login");
      run("create role " + RUNTIME + " login");
    }

    TestDatabase fresh() {
      String name = "register_" + made.incrementAndGet();
      run("create database " + name + " owner " + OWNER);
      TestDatabase database = new TestDatabase(server, name);
      PostgresRegister.migrate(database.as(OWNER), RUNTIME);
      return database;
    }

    private void run(String sql) {
      Jdbi.create(server.getPostgresDatabase()).useHandle(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, _ -> new Running(), Running.class)
        .fresh();
  }
}
