package dev.interlock.server.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Refuses a text that is there and says nothing. */
  static void requireWords(String field, @Nullable String text) {
    if (text != null && text.isBlank()) {
      throw new BadBody("\"" + field + "\" is empty; leave it out when nobody knows it");
    }
  }

  /** What is wrong with it. */
  static BadBody of(String message) {
    return new BadBody(message);
  }

  /** Refuses when an element of the list is null. */
  static void requireElements(String field, @Nullable List<?> list) {
    if (list != null && list.stream().anyMatch(Objects::isNull)) {
      throw new BadBody("\"" + field + "\" holds a null");
    }
  }

  /** Refuses when a value of the map is null. */
  static void requireValues(String field, @Nullable Map<String, String> map) {
    if (map != null && map.containsValue(null)) {
      throw new BadBody("\"" + field + "\" holds a null");
    }
  }
}
