package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.BooleanValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import org.jspecify.annotations.Nullable;

/**
 * What the condition of a resource comes to; one without a condition is deployed.
 *
 * @param isFalse whether it is not deployed
 * @param unknown why nobody knows; null when it is known
 */
record WrittenCondition(boolean isFalse, @Nullable String unknown) {

  /** Evaluates it, and tells what is wrong with it. */
  static WrittenCondition of(PlannedResource resource) {
    Node written = Keys.get(resource.node(), "condition");
    if (written == null) {
      return new WrittenCondition(false, null);
    }
    Value value = resource.evaluate(written);
    if (value instanceof UnknownValue unknown) {
      return unknown(resource, written, unknown.reason());
    }
    boolean no = is(value, BooleanValue.FALSE, "false");
    if (!no && !is(value, BooleanValue.TRUE, "true")) {
      String message = "a condition is true or false and this is of type " + value.typeName();
      resource.deployment().problem(Problem.NO_CONDITION, written, message);
    }
    return new WrittenCondition(no, null);
  }

  private static WrittenCondition unknown(PlannedResource resource, Node written, String reason) {
    if (!resource.isExisting()) {
      String message = "whether this is deployed is not known: " + reason;
      resource.deployment().problem(Problem.CONDITION, written, message);
    }
    return new WrittenCondition(false, reason);
  }

  private static boolean is(Value value, BooleanValue truth, String word) {
    return value.equals(truth)
        || (value instanceof StringValue text && text.text().equalsIgnoreCase(word));
  }
}
