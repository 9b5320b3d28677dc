package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case expects of one definition: each word that it uses must be right.
 *
 * @param expected {@code effect}, {@code applies}, {@code details}, {@code error}, {@code unknown}
 */
record Expectation(ObjectValue expected) {

  boolean isMetBy(PolicyResult actual) {
    return effect(actual)
        && truth("applies", actual.applies(), actual)
        && truth("error", actual.error() != null, null)
        && truth("unknown", actual.isUnknown(), null)
        && details(actual)
        && plain(actual);
  }

  /** What is unknown or failed is right only where that is expected, or the effect is named. */
  private boolean plain(PolicyResult actual) {
    boolean named = expected.get("error") != null || expected.get("unknown") != null;
    return named || expected.get("effect") != null || actual.error() == null;
  }

  private boolean effect(PolicyResult actual) {
    return switch (expected.get("effect")) {
      case null -> true;
      case NullValue _ -> actual.effect().equals("none");
      case StringValue text -> actual.effect().equalsIgnoreCase(text.text());
      default -> false;
    };
  }

  /** Whether something is so; neither yes nor no while it is unknown. */
  private boolean truth(String word, boolean actual, @Nullable PolicyResult unknown) {
    return switch (expected.get(word)) {
      case null -> true;
      case BooleanValue truth ->
          truth.isTrue() == actual && (unknown == null || !unknown.isUnknown());
      default -> false;
    };
  }

  private boolean details(PolicyResult actual) {
    Value wanted = expected.get("details");
    return wanted == null || holds(wanted, actual.details());
  }

  /** What is expected of an object are the properties named; of an array, each element. */
  static boolean holds(Value wanted, Value actual) {
    return switch (wanted) {
      case ObjectValue object -> actual instanceof ObjectValue other && properties(object, other);
      case ArrayValue array ->
          actual instanceof ArrayValue other && items(array.items(), other.items());
      default -> wanted.equals(actual);
    };
  }

  private static boolean properties(ObjectValue wanted, ObjectValue actual) {
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.names().get(i);
      Value own = actual.get(name);
      boolean word = name.equalsIgnoreCase("operation");
      if (own == null || !(word ? sameWord(wanted.at(i), own) : holds(wanted.at(i), own))) {
        return false;
      }
    }
    return true;
  }

  private static boolean items(List<Value> wanted, List<Value> actual) {
    if (wanted.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!holds(wanted.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Operations are written in any letter case, and shown in Microsoft's. */
  private static boolean sameWord(Value wanted, Value actual) {
    return wanted instanceof StringValue a
        && actual instanceof StringValue b
        && a.text().equalsIgnoreCase(b.text());
  }
}
