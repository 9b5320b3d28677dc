package dev.interlock.facts.odoo;

import dev.interlock.facts.Discovered.OdooConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code odoo.conf}: an INI file with the section {@code [options]}. Options that hold
 * secrets are dropped at once.
 */
public final class OdooConfigurationFile {

  private static final List<String> SECRET = List.of("pass", "secret", "token", "key");

  private OdooConfigurationFile() {}

  /** The configuration in a text; empty when it has no section {@code [options]}. */
  public static Optional<OdooConfiguration> read(String text, String file) {
    Map<String, String> options = new TreeMap<>();
    boolean inside = false;
    boolean found = false;
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        inside = line.equals("[options]");
        found |= inside;
      } else if (inside && equals > 0 && !line.startsWith(";") && !line.startsWith("#")) {
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        if (SECRET.stream().noneMatch(key::contains)) {
          options.put(key, line.substring(equals + 1).strip());
        }
      }
    }
    return found ? Optional.of(new OdooConfiguration(file, options)) : Optional.empty();
  }
}
