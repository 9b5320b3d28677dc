package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that an assignment gives, of which parts may be filled in only at deployment. */
public final class GivenValues {

  private GivenValues() {}

  /**
   * The value of a node.
   *
   * @param open whether expressions and <code>${placeholders}</code> are what a deployment fills in
   */
  public static Value of(Node node, boolean open) {
    return open ? open(node) : Values.of(node);
  }

  private static Value open(Node node) {
    return switch (node) {
      case SequenceNode list ->
          new ArrayValue(list.items().stream().map(GivenValues::open).toList());
      case MappingNode mapping -> {
        Map<String, Value> properties = LinkedHashMap.newLinkedHashMap(mapping.entries().size());
        mapping.entries().forEach(entry -> properties.put(entry.key(), open(entry.value())));
        yield ObjectValue.of(properties);
      }
      case UnknownNode unknown -> Values.of(unknown);
      case ScalarNode scalar ->
          scalar.value() instanceof String text ? text(text) : Values.of(scalar);
    };
  }

  private static Value text(String text) {
    if (isOpen(text)) {
      return new UnknownValue(text + " is filled in only at deployment");
    }
    return Values.of(Escapes.isDoubled(text) ? text.substring(1) : text);
  }

  private static boolean isOpen(String text) {
    return text.contains("${") || Escapes.isExpression(text);
  }
}
