package dev.interlock.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database as the server uses it: an owner who makes tables when the server starts, and a
 * runtime role that owns nothing and does everything else.
 */
public final class Database implements AutoCloseable {

  /** The role that the server works as. */
  public static final String RUNTIME_ROLE = "interlock_app";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final @Nullable EmbeddedDatabase embedded;
  private final DataSource owner;
  private final HikariDataSource runtime;

  private Database(
      @Nullable EmbeddedDatabase embedded, DatabaseAddress owner, DatabaseAddress runtime) {
    this.embedded = embedded;
    this.owner = direct(owner);
    if (!owner.equals(runtime)) {
      RuntimeRole.ensure(this.owner, runtime);
    }
    this.runtime = pool(runtime);
  }

  /** The PostgreSQL that comes along, in the data folder. */
  public static Database embedded(DataFolder folder) {
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
    DatabaseAddress owner = embedded.owner();
    String password = Secret.in(folder.resolve("runtime.password"));
    return new Database(embedded, owner, new DatabaseAddress(owner.url(), RUNTIME_ROLE, password));
  }

  /**
   * A PostgreSQL of one's own.
   *
   * @param owner who may make schemas
   * @param runtime who works; the same as the owner where there is no other, which gives up the
   *     protection of the ledger by privilege
   */
  public static Database external(DatabaseAddress owner, DatabaseAddress runtime) {
    return new Database(null, owner, runtime);
  }

  /** Connections as the owner, for migrations alone. */
  public DataSource owner() {
    return owner;
  }

  /** Pooled connections as the runtime role. */
  public DataSource runtime() {
    return runtime;
  }

  /** Closes the pool, and stops the PostgreSQL that came along. */
  @Override
  public void close() {
    runtime.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  private static DataSource direct(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.user());
    source.setPassword(address.password());
    try (Connection _ = source.getConnection()) {
      return source;
    } catch (SQLException e) {
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "cannot reach the database " + address + ": " + e.getMessage(),
          e);
    }
  }

  private static HikariDataSource pool(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("interlock");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(20);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
