package dev.interlock.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.time.Duration;

/** The connections that the server works with. */
final class RuntimePool {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 20;

  private RuntimePool() {}

  /** Opens them; one is tried at once. */
  static HikariDataSource open(DatabaseAddress address) {
    try {
      return new HikariDataSource(config(address));
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Fault(
          ServerCode.DATABASE_UNREACHABLE.code(),
          "cannot reach the database " + address + ": " + cause.getMessage(),
          e);
    }
  }

  private static HikariConfig config(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("interlock");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }
}
