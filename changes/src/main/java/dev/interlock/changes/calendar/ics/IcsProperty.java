package dev.interlock.changes.calendar.ics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One content line.
 *
 * @param name in capitals
 * @param parameters by name in capitals, without quotes
 * @param value as written
 * @param line where it begins
 */
record IcsProperty(String name, Map<String, String> parameters, String value, int line) {

  @Nullable String parameter(String key) {
    return parameters.get(key);
  }

  boolean hasValueType(String type) {
    return type.equalsIgnoreCase(parameters.get("VALUE"));
  }

  /** The value with the escapes of RFC 5545 section 3.3.11 undone, in one line. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? ' ' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString().strip();
  }
}
