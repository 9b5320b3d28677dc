package dev.interlock.document.binding;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns any node into plain Java values. */
final class FreeForm {

  private FreeForm() {}

  /** A Map, List, String, Boolean, Long, BigInteger, BigDecimal, Double or null, unmodifiable. */
  static @Nullable Object of(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.value();
      case SequenceNode sequence -> list(sequence);
      case MappingNode mapping -> map(mapping);
      case UnknownNode unknown -> throw new IllegalArgumentException(unknown.reason());
    };
  }

  private static List<@Nullable Object> list(SequenceNode sequence) {
    List<@Nullable Object> values = new ArrayList<>();
    sequence.items().forEach(item -> values.add(of(item)));
    return Collections.unmodifiableList(values);
  }

  private static Map<String, @Nullable Object> map(MappingNode mapping) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    mapping.entries().forEach(entry -> values.put(entry.key(), of(entry.value())));
    return Collections.unmodifiableMap(values);
  }
}
