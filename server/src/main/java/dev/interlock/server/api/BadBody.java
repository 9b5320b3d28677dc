package dev.interlock.server.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body lacks what its route needs. Thrown where the body is made from what was sent. */
final class BadBody extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private BadBody(String message) {
    super(message);
  }

  /** Refuses when the field was left out, or is null. */
  static void require(String field, @Nullable Object value) {
    if (value == null) {
      throw new BadBody("\"" + field + "\" is missing");
    }
  }

  /** Refuses when a value of the map is null. */
  static void requireValues(String field, @Nullable Map<String, String> map) {
    if (map != null && map.containsValue(null)) {
      throw new BadBody("\"" + field + "\" holds a null");
    }
  }
}
