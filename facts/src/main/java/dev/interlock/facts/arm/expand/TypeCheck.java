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
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.template.Keys;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What types of parameters allow, those that a template defines among them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions">Type
 *     definitions</a>
 */
final class TypeCheck {

  private static final String REFERENCE = "#/definitions/";
  private static final int DEEPEST = 64;

  private final MappingNode definitions;

  TypeCheck(MappingNode definitions) {
    this.definitions = definitions;
  }

  /** True when values of the type must not be shown. */
  boolean isSecure(Node type) {
    return word(resolved(type)).startsWith("secure");
  }

  /** True when nothing need be given. */
  boolean isNullable(Node type) {
    return Keys.isTrue(type, "nullable") || Keys.isTrue(resolved(type), "nullable");
  }

  /** What is wrong with a value, to follow the name of what has it; null when nothing is. */
  @Nullable String complaint(Value value, Node type) {
    return complaint(value, type, 0);
  }

  private @Nullable String complaint(Value value, Node written, int depth) {
    if (depth > DEEPEST
        || value instanceof UnknownValue
        || (value instanceof NullValue && isNullable(written))) {
      return null;
    }
    Node type = resolved(written);
    String kind = word(type);
    if (!fits(value, kind)) {
      return " must be of type " + kind + " and is of type " + value.typeName();
    }
    String own = constraint(value, type);
    if (own == null && isReference(written)) {
      own = constraint(value, written);
    }
    return own != null ? own : inner(value, type, depth);
  }

  private @Nullable String inner(Value value, Node type, int depth) {
    return switch (value) {
      case ObjectValue object -> properties(object, type, depth);
      case ArrayValue array -> items(array, type, depth);
      default -> null;
    };
  }

  private @Nullable String properties(ObjectValue object, Node type, int depth) {
    MappingNode declared = Keys.mapping(type, "properties");
    for (Entry property : declared.entries()) {
      Value value = object.get(property.key());
      if (value == null && !isNullable(property.value())) {
        return " lacks the property '" + property.key() + "'";
      }
      String wrong = value == null ? null : complaint(value, property.value(), depth + 1);
      if (wrong != null) {
        return "." + property.key() + wrong;
      }
    }
    Node others = Keys.get(type, "additionalProperties");
    for (String name : object.names()) {
      Value value = object.get(name);
      if (Keys.get(declared, name) != null || others == null || value == null) {
        continue;
      }
      if (others instanceof ScalarNode word && Boolean.FALSE.equals(word.value())) {
        return " has a property '" + name + "' that its type doesn't have";
      }
      String wrong = others instanceof MappingNode ? complaint(value, others, depth + 1) : null;
      if (wrong != null) {
        return "." + name + wrong;
      }
    }
    return null;
  }

  private @Nullable String items(ArrayValue array, Node type, int depth) {
    List<Node> first =
        Keys.get(type, "prefixItems") instanceof SequenceNode list ? list.items() : List.of();
    Node rest = Keys.get(type, "items") instanceof MappingNode mapping ? mapping : null;
    for (int i = 0; i < array.items().size(); i++) {
      Node own = i < first.size() ? first.get(i) : rest;
      String wrong = own == null ? null : complaint(array.items().get(i), own, depth + 1);
      if (wrong != null) {
        return "[" + i + "]" + wrong;
      }
    }
    return null;
  }

  private static @Nullable String constraint(Value value, Node type) {
    if (!(value instanceof ArrayValue) && !isAllowed(value, type)) {
      return " must be one of " + Values.of(allowed(type));
    }
    if (value instanceof ArrayValue array && !areAllowed(array, type)) {
      return " may hold only " + Values.of(allowed(type));
    }
    return switch (value) {
      case StringValue text -> length(text.text().length(), type, "characters");
      case ArrayValue array -> length(array.items().size(), type, "elements");
      case IntegerValue whole -> amount(whole.value(), type);
      default -> null;
    };
  }

  private static boolean isAllowed(Value value, Node type) {
    List<Node> allowed = allowed(type).items();
    return allowed.isEmpty() || allowed.stream().anyMatch(it -> Values.of(it).equals(value));
  }

  /** Either the whole array is among them, or each of its elements is. */
  private static boolean areAllowed(ArrayValue array, Node type) {
    return isAllowed(array, type)
        || array.items().stream()
            .allMatch(item -> item instanceof UnknownValue || isAllowed(item, type));
  }

  private static SequenceNode allowed(Node type) {
    return Keys.get(type, "allowedValues") instanceof SequenceNode list
        ? list
        : new SequenceNode(List.of(), 1, 1);
  }

  private static @Nullable String length(int length, Node type, String what) {
    Long least = number(type, "minLength");
    Long most = number(type, "maxLength");
    if (least != null && length < least) {
      return " must have " + least + " " + what + " at least and has " + length;
    }
    return most != null && length > most
        ? " may have " + most + " " + what + " at most and has " + length
        : null;
  }

  private static @Nullable String amount(long amount, Node type) {
    Long least = number(type, "minValue");
    Long most = number(type, "maxValue");
    if (least != null && amount < least) {
      return " must be " + least + " at least and is " + amount;
    }
    return most != null && amount > most ? " may be " + most + " at most and is " + amount : null;
  }

  private static @Nullable Long number(Node type, String key) {
    return Keys.get(type, key) instanceof ScalarNode scalar && scalar.value() instanceof Long whole
        ? whole
        : null;
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

  private static boolean isReference(Node type) {
    return Keys.get(type, "$ref") != null;
  }

  private Node resolved(Node type) {
    Node here = type;
    for (int i = 0; i < DEEPEST; i++) {
      String reference = Keys.text(here, "$ref");
      Node there =
          reference.startsWith(REFERENCE)
              ? Keys.get(definitions, reference.substring(REFERENCE.length()))
              : null;
      if (there == null) {
        return here;
      }
      here = there;
    }
    return here;
  }

  private static String word(Node type) {
    return Keys.text(type, "type").toLowerCase(Locale.ROOT);
  }
}
