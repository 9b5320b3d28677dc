package dev.interlock.recovery.postgres;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database, and how to get in. The password is never in arguments, messages or {@link
 * #toString()}.
 *
 * @param host a name or number; or, when it begins with a slash, the folder of a Unix-domain socket
 * @param password null when none is needed, or a password file of the user holds it
 * @param security {@code sslmode} and {@code sslrootcert}, as both libpq and JDBC call them
 */
public record PostgresAddress(
    String host,
    int port,
    String database,
    String user,
    @Nullable String password,
    Map<String, String> security) {

  private static final int CONNECT_SECONDS = 10;

  public PostgresAddress {
    security = new TreeMap<>(security);
  }

  /** A database whose server decides about encryption. */
  public PostgresAddress(
      String host, int port, String database, String user, @Nullable String password) {
    this(host, port, database, user, password, Map.of());
  }

  /**
   * From {@code postgresql://user:password@host:port/database}, {@code
   * jdbc:postgresql://host:port/database?user=…&password=…} or, for a Unix-domain socket, {@code
   * postgresql:///database?host=/folder&port=…&user=…&password=…}.
   *
   * @throws dev.interlock.finding.Fault DATABASE_UNREACHABLE, without the password, when it is none
   */
  public static PostgresAddress of(String url) {
    return new AddressText(url).read();
  }

  /** The same database for another user. */
  public PostgresAddress as(String otherUser, @Nullable String otherPassword) {
    return new PostgresAddress(host, port, database, otherUser, otherPassword, security);
  }

  /** Another database on the same server. */
  public PostgresAddress database(String other) {
    return new PostgresAddress(host, port, other, user, password, security);
  }

  /** New connections, one for each call. */
  public DataSource dataSource() {
    return driver();
  }

  /**
   * The same, with settings of the session that stand above those of its user and database.
   *
   * @param settings such as {@code -c statement_timeout=0}
   */
  public DataSource dataSource(String settings) {
    PGSimpleDataSource source = driver();
    source.setOptions(settings);
    return source;
  }

  PGSimpleDataSource driver() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    lead(source);
    source.setConnectTimeout(CONNECT_SECONDS);
    // A snapshot is held for as long as a backup takes, without a word on its connection.
    source.setTcpKeepAlive(true);
    source.setApplicationName("interlock");
    return source;
  }

  /** Nobody listens in on a socket of this machine, and PostgreSQL encrypts nothing on one. */
  private void lead(PGSimpleDataSource source) {
    if (host.startsWith("/")) {
      source.setServerNames(new String[] {"localhost"});
      source.setSocketFactory(UnixSocketFactory.class.getName());
      source.setSocketFactoryArg(host + "/.s.PGSQL." + port);
      source.setSslMode("disable");
    } else {
      source.setServerNames(new String[] {host});
      source.setSslMode(security.get("sslmode"));
      source.setSslRootCert(security.get("sslrootcert"));
    }
  }

  /** The same for the tools of PostgreSQL. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PGHOST", host);
    environment.put("PGPORT", Integer.toString(port));
    environment.put("PGDATABASE", database);
    environment.put("PGUSER", user);
    environment.put("PGAPPNAME", "interlock");
    environment.put("PGCONNECT_TIMEOUT", Integer.toString(CONNECT_SECONDS));
    if (password != null) {
      environment.put("PGPASSWORD", password);
    }
    security.forEach((name, value) -> environment.put("PG" + name.toUpperCase(Locale.ROOT), value));
    return environment;
  }

  /** The name of the database for tools that take a name with {@code =} for something else. */
  String connectionString() {
    return "dbname='" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Whose database where, without the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
