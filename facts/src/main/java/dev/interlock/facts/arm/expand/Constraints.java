package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.IntegerValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.template.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a type allows beside its kind: certain values, lengths, amounts. */
final class Constraints {

  private static final int LONGEST_LIST = 500;

  private Constraints() {}

  /** What is wrong with a value, to follow the name of what has it; null when nothing is. */
  static @Nullable String complaint(Value value, Node type) {
    if (!(value instanceof ArrayValue) && !isAllowed(value, type)) {
      return " must be one of " + listed(type);
    }
    if (value instanceof ArrayValue array && !areAllowed(array, type)) {
      return " may hold only " + listed(type);
    }
    return switch (value) {
      case StringValue text -> length(text.text().length(), type, "characters");
      case ArrayValue array -> length(array.items().size(), type, "elements");
      case IntegerValue whole -> amount(whole.value(), type);
      default -> null;
    };
  }

  private static String listed(Node type) {
    return Shortened.of(Values.of(allowed(type)).toString(), LONGEST_LIST);
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
}
