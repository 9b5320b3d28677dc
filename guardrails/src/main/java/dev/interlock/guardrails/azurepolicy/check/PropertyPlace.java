package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Resource;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a property of a resource is written, names in any letter case; the nearest one around it
 * when it is absent, and the array when it stands for all elements.
 */
final class PropertyPlace {

  private PropertyPlace() {}

  static SourceRef of(Resource resource, String path) {
    Node here = resource.body();
    for (Object step : NodePath.parse(path).steps()) {
      Node next = step(here, step);
      if (next == null) {
        break;
      }
      here = next;
    }
    return here.in(resource.file());
  }

  private static @Nullable Node step(Node node, Object step) {
    return switch (node) {
      case MappingNode mapping -> property(mapping, String.valueOf(step));
      case SequenceNode list ->
          step instanceof Integer index && index < list.items().size()
              ? list.items().get(index)
              : null;
      default -> null;
    };
  }

  private static @Nullable Node property(MappingNode mapping, String name) {
    for (Entry entry : mapping.entries()) {
      if (entry.key().equalsIgnoreCase(name)) {
        return entry.value();
      }
    }
    return null;
  }
}
