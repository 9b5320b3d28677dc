package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An address as it is written. It may hold a password, so no message repeats it. */
record AddressText(String url) {

  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> SECURITY = Set.of("sslmode", "sslrootcert");

  PostgresAddress read() {
    URI uri = uri();
    Map<String, String> options = options(uri.getRawQuery());
    if (!isPostgres(uri.getScheme()) || (uri.getHost() == null && !isSocket(uri, options))) {
      throw refused("it names no host");
    }
    Map<String, String> security = new TreeMap<>(options);
    security.keySet().retainAll(SECURITY);
    return new PostgresAddress(
        host(uri, options),
        port(uri, options),
        database(uri),
        user(uri, options),
        password(uri, options),
        security);
  }

  private URI uri() {
    try {
      return new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
    } catch (URISyntaxException _) {
      throw refused("it has a character that must be written as %XX, perhaps in the password");
    }
  }

  private static boolean isPostgres(@Nullable String scheme) {
    return "postgresql".equals(scheme) || "postgres".equals(scheme);
  }

  /** As libpq writes it: nothing where the host is, and a folder among the options. */
  private static boolean isSocket(URI uri, Map<String, String> options) {
    return uri.getAuthority() == null && options.getOrDefault("host", "").startsWith("/");
  }

  private int port(URI uri, Map<String, String> options) {
    String told = uri.getHost() == null ? options.get("port") : null;
    if (told == null) {
      return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    }
    try {
      return Integer.parseInt(told);
    } catch (NumberFormatException _) {
      throw refused("its port is no number");
    }
  }

  private static String host(URI uri, Map<String, String> options) {
    String host = uri.getHost();
    if (host == null) {
      return options.getOrDefault("host", "");
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private String database(URI uri) {
    String path = decoded(uri.getRawPath() == null ? "" : uri.getRawPath());
    if (path.length() < 2) {
      throw refused("it names no database");
    }
    return path.substring(1);
  }

  private String user(URI uri, Map<String, String> options) {
    String[] parts = userInfo(uri);
    String user = parts[0].isEmpty() ? options.getOrDefault("user", "") : decoded(parts[0]);
    if (user.isEmpty()) {
      throw refused("it names no user");
    }
    return user;
  }

  private @Nullable String password(URI uri, Map<String, String> options) {
    String[] parts = userInfo(uri);
    return parts.length > 1 ? decoded(parts[1]) : options.get("password");
  }

  private static String[] userInfo(URI uri) {
    String info = uri.getRawUserInfo();
    return (info == null ? "" : info).split(":", 2);
  }

  private Map<String, String> options(@Nullable String query) {
    Map<String, String> options = new TreeMap<>();
    for (String option : (query == null ? "" : query).split("&")) {
      String[] parts = option.split("=", 2);
      if (parts.length == 2) {
        options.put(parts[0], decoded(parts[1]));
      }
    }
    return options;
  }

  /** A plus is a plus: addresses are no forms. */
  private String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw refused("a % in it is not followed by two hexadecimal digits");
    }
  }

  private static Fault refused(String why) {
    return new Fault(
        RecoveryCode.DATABASE_UNREACHABLE.code(),
        "this is no address of a PostgreSQL database: "
            + why
            + "; expected postgresql://user:password@host:5432/database");
  }

  /** Never the text itself. */
  @Override
  public String toString() {
    return "an address";
  }
}
