package dev.interlock.changes.calendar.ics;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything between BEGIN and END.
 *
 * @param name in capitals, such as VEVENT
 * @param line where it begins
 * @param properties in the order of the file
 * @param parts the components within
 */
record IcsComponent(String name, int line, List<IcsProperty> properties, List<IcsComponent> parts) {

  boolean is(String other) {
    return name.equals(other);
  }

  /** All properties of a name. */
  List<IcsProperty> all(String property) {
    return properties.stream().filter(p -> p.name().equals(property)).toList();
  }

  /** The first property of a name, or null. */
  @Nullable IcsProperty first(String property) {
    for (IcsProperty candidate : properties) {
      if (candidate.name().equals(property)) {
        return candidate;
      }
    }
    return null;
  }

  /** True when both hold the same words in the same order, wherever they stand. */
  boolean saysTheSameAs(IcsComponent other) {
    return words().equals(other.words());
  }

  private List<Object> words() {
    return List.of(
        name,
        properties.stream().map(p -> List.of(p.name(), p.parameters(), p.value())).toList(),
        parts.stream().map(IcsComponent::words).toList());
  }

  /** The value of the first property of a name in capitals; empty when there is none. */
  String word(String property) {
    IcsProperty found = first(property);
    return found == null ? "" : found.value().strip().toUpperCase(Locale.ROOT);
  }
}
