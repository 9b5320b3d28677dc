package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list of Kubernetes consists of. */
final class ListShape {

  private static final Set<String> PARTS = Set.of("apiVersion", "kind", "metadata", "items");

  private ListShape() {}

  /** The first key that a list does not have; null when there is none. */
  static @Nullable String beside(MappingNode list) {
    return list.entries().stream()
        .map(Entry::key)
        .filter(key -> !PARTS.contains(key))
        .findFirst()
        .orElse(null);
  }
}
