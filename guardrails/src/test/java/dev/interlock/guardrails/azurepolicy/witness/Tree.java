package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.alias.AliasPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes values within values. */
final class Tree {

  private Tree() {}

  /** The tree with a value at a place; in every element, or in a first one where there is none. */
  static Value set(@Nullable Value here, List<String> path, @Nullable Value value) {
    return change(here, path, _ -> value == null ? NullValue.NULL : value);
  }

  /** The tree with what becomes of the values at a place. */
  static Value change(@Nullable Value here, List<String> path, UnaryOperator<Value> change) {
    if (path.isEmpty()) {
      return change.apply(here == null ? NullValue.NULL : here);
    }
    List<String> rest = path.subList(1, path.size());
    if (path.getFirst().equals(AliasPath.EACH)) {
      List<Value> items = new ArrayList<>(items(here));
      if (items.isEmpty()) {
        items.add(NullValue.NULL);
      }
      items.replaceAll(item -> change(item, rest, change));
      return new ArrayValue(items);
    }
    ObjectValue object = here instanceof ObjectValue own ? own : ObjectValue.EMPTY;
    PropertyName name = new PropertyName(path.getFirst());
    Value changed = change(object.get(name), rest, change);
    return changed == NullValue.NULL ? object.without(name) : object.with(name, changed);
  }

  /** The elements of a value; none when it is no array. */
  static List<Value> items(@Nullable Value value) {
    return value instanceof ArrayValue array ? array.items() : List.of();
  }

  /** The value at a place, in the first elements on the way. */
  static @Nullable Value get(@Nullable Value root, List<String> path) {
    Value here = root;
    for (String step : path) {
      if (step.equals(AliasPath.EACH)) {
        here = items(here).isEmpty() ? null : items(here).getFirst();
      } else {
        here = here instanceof ObjectValue object ? object.get(step) : null;
      }
    }
    return here;
  }
}
