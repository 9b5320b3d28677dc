package dev.interlock.server.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database as the server uses it: an owner who makes tables when the server starts, and a
 * runtime role that owns nothing and does everything else.
 */
public final class Database implements AutoCloseable {

  /** The runtime role in the PostgreSQL that comes along. */
  public static final String RUNTIME_ROLE = "interlock_app";

  private final @Nullable EmbeddedDatabase embedded;
  private final DataSource owner;
  private final HikariDataSource runtime;

  private final String role;

  private Database(@Nullable EmbeddedDatabase embedded, DataSource owner, DatabaseAddress runtime) {
    this.embedded = embedded;
    this.owner = owner;
    this.role = runtime.user();
    this.runtime = RuntimePool.open(runtime);
  }

  /** The PostgreSQL that comes along, in the data folder. */
  public static Database embedded(DataFolder folder) {
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
    String password = Secret.in(folder.resolve("runtime.password"));
    DatabaseAddress runtime = new DatabaseAddress(embedded.owner().url(), RUNTIME_ROLE, password);
    DataSource owner = direct(embedded.owner());
    RuntimeRole.ensure(owner, runtime);
    return new Database(embedded, owner, runtime);
  }

  /**
   * A PostgreSQL of one's own. The role that works is made where there is none.
   *
   * @throws dev.interlock.usecases.InputRejected when it is too old
   * @throws Fault when it does not let one of the two in
   */
  public static Database external(ExternalDatabase addresses) {
    DataSource owner = direct(addresses.owner());
    Release.of(owner).requireRecent();
    RuntimeRole.ensurePresent(owner, addresses.runtime());
    return new Database(null, owner, addresses.runtime());
  }

  /** Connections as the owner, for migrations alone. */
  public DataSource owner() {
    return owner;
  }

  /** The name of the runtime role. */
  public String role() {
    return role;
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
}
