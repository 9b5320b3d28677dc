package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What types of parameters allow, those that a template defines among them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions">Type
 *     definitions</a>
 */
final class TypeCheck {

  private static final int DEEPEST = 64;

  private final TypeDefinitions definitions;

  TypeCheck(TypeDefinitions definitions) {
    this.definitions = definitions;
  }

  /** What is wrong with a value, to follow the name of what has it; null when nothing is. */
  @Nullable String complaint(Value value, Node type) {
    return complaint(value, type, 0);
  }

  private @Nullable String complaint(Value value, Node written, int depth) {
    if (depth > DEEPEST
        || value instanceof UnknownValue
        || (value instanceof NullValue && definitions.isNullable(written))) {
      return null;
    }
    Node type = definitions.resolved(written);
    String kind = TypeDefinitions.word(type);
    if (!fits(value, kind)) {
      return " must be of type " + kind + " and is of type " + value.typeName();
    }
    String own = Constraints.complaint(value, type);
    if (own == null && Keys.get(written, "$ref") != null) {
      own = Constraints.complaint(value, written);
    }
    return own != null ? own : inner(value, type, depth);
  }

  private @Nullable String inner(Value value, Node type, int depth) {
    return switch (value) {
      case ObjectValue object when TypeDefinitions.tag(type).isEmpty() ->
          properties(object, type, "", depth);
      case ObjectValue object -> variant(object, type, depth);
      case ArrayValue array -> items(array, type, depth);
      default -> null;
    };
  }

  private @Nullable String variant(ObjectValue object, Node type, int depth) {
    String tag = TypeDefinitions.tag(type);
    if (object.get(tag) instanceof UnknownValue) {
      return null;
    }
    Node variant = definitions.variant(object, type);
    if (variant == null) {
      List<String> names = TypeDefinitions.tagged(type).entries().stream().map(Entry::key).toList();
      return "." + tag + " must be one of " + String.join(", ", names);
    }
    return properties(object, variant, tag, depth);
  }

  /**
   * Looks at properties.
   *
   * @param tag the property that told the type, which it need not declare
   */
  private @Nullable String properties(ObjectValue object, Node type, String tag, int depth) {
    MappingNode declared = Keys.mapping(type, "properties");
    for (Entry property : declared.entries()) {
      Value value = object.get(property.key());
      if (value == null && !definitions.isNullable(property.value())) {
        return " lacks the property '" + property.key() + "'";
      }
      String wrong = value == null ? null : complaint(value, property.value(), depth + 1);
      if (wrong != null) {
        return "." + property.key() + wrong;
      }
    }
    Node others = Keys.get(type, "additionalProperties");
    return others == null ? null : others(object, declared, tag, others, depth);
  }

  private @Nullable String others(
      ObjectValue object, MappingNode declared, String tag, Node others, int depth) {
    for (int i = 0; i < object.size(); i++) {
      String name = object.names().get(i);
      if (name.equalsIgnoreCase(tag) || Keys.get(declared, name) != null) {
        continue;
      }
      if (isFalse(others)) {
        return " has a property '" + name + "' that its type doesn't have";
      }
      String wrong =
          others instanceof MappingNode ? complaint(object.at(i), others, depth + 1) : null;
      if (wrong != null) {
        return "." + name + wrong;
      }
    }
    return null;
  }

  private @Nullable String items(ArrayValue array, Node type, int depth) {
    List<Node> first =
        Keys.get(type, "prefixItems") instanceof SequenceNode list ? list.items() : List.of();
    int length = array.items().size();
    if (length < first.size()) {
      return " must have " + first.size() + " elements at least and has " + length;
    }
    Node rest = Keys.get(type, "items");
    if (rest != null && isFalse(rest) && length > first.size()) {
      return " may have " + first.size() + " elements at most and has " + length;
    }
    for (int i = 0; i < length; i++) {
      Node own = i < first.size() ? first.get(i) : rest;
      String wrong =
          own instanceof MappingNode ? complaint(array.items().get(i), own, depth + 1) : null;
      if (wrong != null) {
        return "[" + i + "]" + wrong;
      }
    }
    return null;
  }

  private static boolean isFalse(Node node) {
    return node instanceof ScalarNode word && Boolean.FALSE.equals(word.value());
  }

  private static boolean fits(Value value, String kind) {
    return switch (kind) {
      case "string", "securestring" -> value instanceof StringValue;
      case "int" -> value instanceof IntegerValue;
      case "bool" -> value instanceof BooleanValue;
      case "array" -> value instanceof ArrayValue;
      case "object", "secureobject" -> value instanceof ObjectValue;
      default -> true;
    };
  }
}
