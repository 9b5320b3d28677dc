package dev.interlock.server.observing;

import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What whoever runs the server sets about its log, its traces and its numbers. */
public final class ObservingSettings {

  private static final String LOG = "INTERLOCK_LOG";
  private static final String OTLP = "INTERLOCK_OTLP_ENDPOINT";
  private static final List<String> FORMATS = List.of("text", "json");
  private static final List<String> SCHEMES = List.of("http", "https");

  private ObservingSettings() {}

  /**
   * The settings as Spring knows them. Without an address nothing is exported: the exporter of
   * numbers would otherwise try its own usual one.
   *
   * @param environment variables by their name
   * @throws InputRejected when one can't be used as it is
   */
  public static Map<String, Object> of(Map<String, String> environment) {
    log(environment.getOrDefault(LOG, ""));
    String otlp = environment.getOrDefault(OTLP, "").strip();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("management.otlp.metrics.export.enabled", !otlp.isEmpty());
    if (!otlp.isEmpty()) {
      String base = address(otlp);
      settings.put("management.opentelemetry.tracing.export.otlp.endpoint", base + "/v1/traces");
      settings.put("management.otlp.metrics.export.url", base + "/v1/metrics");
    }
    return settings;
  }

  private static void log(String format) {
    if (!format.isEmpty() && !FORMATS.contains(format)) {
      throw new InputRejected(
          ServerCode.OBSERVING_SETTINGS.code(),
          LOG,
          "\"" + format + "\" is no form of the log",
          "expected text or json");
    }
  }

  /** Who asks for the numbers' way in is told by headers, never by the address: it is logged. */
  private static String address(String otlp) {
    try {
      URI address = URI.create(otlp);
      if (SCHEMES.contains(String.valueOf(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getQuery() == null) {
        return otlp.replaceAll("/+$", "");
      }
    } catch (IllegalArgumentException _) {
      // No address at all; told below, without repeating what may hold a password.
    }
    throw new InputRejected(
        ServerCode.OBSERVING_SETTINGS.code(),
        OTLP,
        "this is not the address of a receiver of OTLP over HTTP",
        "expected one like http://collector.example:4318, without name, password or query");
  }
}
