package dev.interlock.estate;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Documents as plain maps and lists, and ways to damage them. */
final class Trees {

  private Trees() {}

  static Map<String, Object> of(Node root) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (MappingNode.Entry entry : ((MappingNode) root).entries()) {
      map.put(entry.key(), value(entry.value()));
    }
    return map;
  }

  private static Object value(Node node) {
    return switch (node) {
      case ScalarNode scalar -> Objects.requireNonNull(scalar.value());
      case SequenceNode list -> list.items().stream().map(Trees::value).toList();
      case MappingNode mapping -> of(mapping);
      case UnknownNode unknown -> throw new AssertionError(unknown.reason());
    };
  }

  /** A copy in which one value somewhere is replaced, removed, or has an unknown neighbour. */
  static Object damage(Object tree, Random random) {
    boolean here = random.nextInt(5) == 0;
    if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
      return damageMap(map, here, random);
    }
    if (tree instanceof List<?> list && !list.isEmpty() && !here) {
      List<Object> copy = new ArrayList<>(list);
      int index = random.nextInt(copy.size());
      copy.set(index, damage(copy.get(index), random));
      return copy;
    }
    return other(random);
  }

  private static Object damageMap(Map<?, ?> map, boolean here, Random random) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    String key = List.copyOf(copy.keySet()).get(random.nextInt(copy.size()));
    if (!here) {
      copy.put(key, damage(Objects.requireNonNull(copy.get(key)), random));
      return copy;
    }
    switch (random.nextInt(4)) {
      case 0 -> copy.remove(key);
      case 1 -> copy.put(key + "x", 1);
      case 2 -> copy.put(key, null);
      default -> copy.put(key, other(random));
    }
    return copy;
  }

  private static Object other(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> 42;
      case 1 -> true;
      case 2 -> "xyzzy !!";
      case 3 -> List.of();
      case 4 -> List.of("xyzzy !!");
      case 5 -> Map.of();
      case 6 -> Map.of("xyzzy", 1);
      default -> new BigDecimal("1.5");
    };
  }
}
