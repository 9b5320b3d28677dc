package dev.interlock.changes.calendar.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that calendars use for them. Never asks a network. */
public final class ZoneNames {

  private ZoneNames() {}

  /** The JDK's zone of that name, or null. */
  public static @Nullable Zone iana(String name) {
    try {
      return Zone.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The zone that Windows calls so, or the zone at the end of a name such as {@code
   * /freeassociation.sourceforge.net/Europe/Vienna}; null when there is none.
   */
  public static @Nullable Zone alias(String name) {
    String windows = windows(name);
    if (windows != null) {
      return iana(windows);
    }
    int slash = name.startsWith("/") ? 0 : -1;
    while (slash >= 0) {
      Zone zone = iana(name.substring(slash + 1));
      if (zone != null) {
        return zone;
      }
      slash = name.indexOf('/', slash + 1);
    }
    return null;
  }

  /** Looks the table up line by line: it is asked seldom, and then for few names. */
  private static @Nullable String windows(String name) {
    String start = name + "=";
    return table()
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()))
        .orElse(null);
  }

  private static String table() {
    try (InputStream in = ZoneNames.class.getResourceAsStream("windows-zones.txt")) {
      if (in == null) {
        throw new IllegalStateException("windows-zones.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("windows-zones.txt can't be read", e);
    }
  }
}
