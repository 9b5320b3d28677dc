package dev.interlock.facts.arm.template;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what templates write; the names of their own properties are found in any letter case. */
public final class Keys {

  private static final MappingNode NOTHING = new MappingNode(List.of(), 1, 1);

  private Keys() {}

  /** What stands under a key; null when it is absent or says nothing. */
  public static @Nullable Node get(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key().equalsIgnoreCase(key)) {
          return isNull(entry.value()) ? null : entry.value();
        }
      }
    }
    return null;
  }

  /** The mapping under a key; an empty one where there is none. */
  public static MappingNode mapping(Node node, String key) {
    return get(node, key) instanceof MappingNode mapping ? mapping : NOTHING;
  }

  /** The text under a key; empty where there is none. */
  public static String text(Node node, String key) {
    return get(node, key) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  /** True where {@code true} is written under a key. */
  public static boolean isTrue(Node node, String key) {
    return get(node, key) instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value());
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.value() == null;
  }
}
