package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pgBackRest first knew which PostgreSQL, by its release notes: an older one reads neither
 * the control file nor the log of a newer server.
 */
final class PgBackRestVersions {

  private static final int MINOR = 1000;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  private static final TreeMap<Integer, String> FIRST =
      new TreeMap<>(Map.of(14, "2.34", 15, "2.41", 16, "2.48", 17, "2.53.1", 18, "2.55"));

  private PgBackRestVersions() {}

  /**
   * Requires that the tool knows the server.
   *
   * @param tool its version, such as {@code 2.45}
   * @param server version of PostgreSQL, such as {@code 15}
   * @throws Fault TOOL_TOO_OLD
   */
  static void require(String tool, String server) {
    String first = FIRST.get(number(server, 1) / MINOR);
    if (first != null && number(tool, 2) < number(first, 2)) {
      throw new Fault(
          RecoveryCode.TOOL_TOO_OLD.code(),
          "pgBackRest "
              + tool
              + " is older than the server, which is PostgreSQL "
              + server
              + "; install pgBackRest "
              + first
              + " or newer");
    }
  }

  /** Comparable; zero for what is no version. */
  private static int number(String version, int parts) {
    Matcher matcher = VERSION.matcher(version.contains(".") ? version : version + ".0");
    if (!matcher.matches()) {
      return 0;
    }
    int minor = parts > 1 ? Integer.parseInt(matcher.group(2)) : 0;
    return Integer.parseInt(matcher.group(1)) * MINOR + minor;
  }
}
