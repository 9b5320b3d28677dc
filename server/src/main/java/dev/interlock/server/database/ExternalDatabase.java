package dev.interlock.server.database;

import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of one's own: its address from the command line, who connects from the environment.
 *
 * @param owner who makes tables when the server starts
 * @param runtime who does everything else, and owns nothing
 */
public record ExternalDatabase(DatabaseAddress owner, DatabaseAddress runtime) {

  private static final String OPTION = "--database-url";
  private static final String SCHEME = "jdbc:postgresql:";
  private static final String OWNER = "INTERLOCK_DATABASE_OWNER";
  private static final String USER = "INTERLOCK_DATABASE_USER";

  /** Command lines are seen by everybody on the machine. */
  private static final Pattern SIGNS_IN =
      Pattern.compile("//[^/?]*@|[?&](user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

  /**
   * Reads the settings.
   *
   * @param environment variables by their names
   * @throws InputRejected when they can't be used
   */
  public static ExternalDatabase of(String url, Map<String, String> environment) {
    requireAddress(url);
    DatabaseAddress owner = address(url, OWNER, environment);
    DatabaseAddress runtime = address(url, USER, environment);
    if (owner.user().equals(runtime.user())) {
      throw wrong(
          USER,
          "the owner of the tables can't also be who works with them",
          "name a second role; it owns nothing, so that nobody changes the ledger through it");
    }
    return new ExternalDatabase(owner, runtime);
  }

  private static void requireAddress(String url) {
    if (SIGNS_IN.matcher(url).find()) {
      throw wrong(
          OPTION,
          "the address says who connects, or with which password",
          "leave that out; set " + OWNER + " and " + USER + ", each with …_PASSWORD");
    }
    if (!url.startsWith(SCHEME) || !readable(url)) {
      throw wrong(
          OPTION,
          "this is no address of a PostgreSQL",
          "expected " + SCHEME + "//HOST:PORT/DATABASE, such as " + SCHEME + "//db.example/erp");
    }
  }

  private static boolean readable(String url) {
    try {
      new PGSimpleDataSource().setUrl(url);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static DatabaseAddress address(String url, String name, Map<String, String> environment) {
    return new DatabaseAddress(
        url, required(name, environment), required(name + "_PASSWORD", environment));
  }

  private static String required(String name, Map<String, String> environment) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw wrong(name, "is not set", OPTION + " needs it; see docs/guide/running.md");
    }
    return value;
  }

  private static InputRejected wrong(String place, String message, String hint) {
    return new InputRejected(ServerCode.DATABASE_SETTINGS.code(), place, message, hint);
  }
}
