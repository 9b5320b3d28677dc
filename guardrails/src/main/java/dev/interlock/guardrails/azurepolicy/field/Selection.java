package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path begins: at the resource, or at the element that a count around it looks at, as if
 * that were the only one of its array.
 */
record Selection(FieldPath path, Value root) {

  static Selection of(FieldPath path, PolicyScope scope) {
    for (ElementBinding element = scope.element(); element != null; element = element.outer()) {
      FieldPath counted = element.path();
      if (counted != null && path.startsWith(counted)) {
        return new Selection(path.after(counted), element.value());
      }
    }
    return new Selection(path, scope.subject().resource());
  }

  @Nullable Value one() {
    return path.find(root);
  }

  List<Value> all(boolean nullForMissingArray) {
    List<Value> values = new ArrayList<>();
    path.collect(root, nullForMissingArray, values);
    return values;
  }
}
