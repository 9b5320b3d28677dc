package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks in a value what its type says must not be shown. */
record SecureParts(TypeDefinitions definitions) {

  private static final int DEEPEST = 64;

  /** The same value, marked. */
  Value marked(Value value, Node type) {
    return marked(value, type, 0);
  }

  private Value marked(Value value, @Nullable Node written, int depth) {
    if (written == null || depth > DEEPEST) {
      return value;
    }
    if (definitions.isSecure(written)) {
      return Secrets.mark(value);
    }
    Node type = definitions.resolved(written);
    return switch (value) {
      case ObjectValue object -> properties(object, type, depth);
      case ArrayValue array -> items(array, type, depth);
      default -> value;
    };
  }

  private Value properties(ObjectValue object, Node type, int depth) {
    Node variant = definitions.variant(object, type);
    Node here = variant == null ? type : variant;
    MappingNode declared = Keys.mapping(here, "properties");
    Node others = Keys.get(here, "additionalProperties");
    if (declared.entries().isEmpty() && others == null) {
      return object;
    }
    Map<String, Value> marked = LinkedHashMap.newLinkedHashMap(object.size());
    for (int i = 0; i < object.size(); i++) {
      String name = object.names().get(i);
      Node own = Keys.get(declared, name);
      marked.put(name, marked(object.at(i), own == null ? others : own, depth + 1));
    }
    return ObjectValue.of(marked);
  }

  private Value items(ArrayValue array, Node type, int depth) {
    List<Node> first =
        Keys.get(type, "prefixItems") instanceof SequenceNode list ? list.items() : List.of();
    Node rest = Keys.get(type, "items");
    if (first.isEmpty() && rest == null) {
      return array;
    }
    return new ArrayValue(
        java.util.stream.IntStream.range(0, array.items().size())
            .mapToObj(i ->
                marked(array.items().get(i), i < first.size() ? first.get(i) : rest, depth + 1))
            .toList());
  }
}
