package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.alias.AliasPath;
import dev.interlock.guardrails.azurepolicy.condition.AllOf;
import dev.interlock.guardrails.azurepolicy.condition.AnyOf;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCount;
import dev.interlock.guardrails.azurepolicy.condition.Not;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.condition.ValueCount;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Changes a resource until a condition is what it should be: takes a part that is not, and mends
 * that, over and over. What is true is always asked of the engine.
 */
final class Search {

  private final Leaves leaves;
  private final Random random;

  Search(Leaves leaves, Random random) {
    this.leaves = leaves;
    this.random = random;
  }

  /** A draft on which the condition is as wanted; null when none was found. */
  @Nullable Draft find(Condition condition, Truth wanted, Draft start, int steps) {
    Draft draft = start;
    for (int i = 0; i < steps; i++) {
      if (test(condition, draft) == wanted) {
        return draft;
      }
      draft = mend(condition, wanted, draft);
    }
    return null;
  }

  /** What the engine says; null when the evaluation fails. */
  static @Nullable Truth test(Condition condition, Draft draft) {
    try {
      return condition.test(draft.scope());
    } catch (ExpressionException _) {
      return null;
    }
  }

  private Draft mend(Condition condition, Truth wanted, Draft draft) {
    return switch (condition) {
      case Not not -> mend(not.part(), wanted.negated(), draft);
      case AllOf all -> part(all.parts(), wanted, wanted == Truth.TRUE, draft);
      case AnyOf any -> part(any.parts(), wanted, wanted == Truth.FALSE, draft);
      case FieldCondition field -> leaves.field(field, wanted, draft);
      case ValueCondition value -> leaves.value(value, wanted, draft);
      case FieldCount count -> elements(count, draft);
      case ValueCount count -> items(count, wanted, draft);
    };
  }

  /** One of the parts that are not as wanted; with a preference for the first when all must be. */
  private Draft part(List<Condition> parts, Truth wanted, boolean every, Draft draft) {
    List<Condition> wrong = parts.stream().filter(part -> test(part, draft) != wanted).toList();
    if (wrong.isEmpty()) {
      return draft;
    }
    boolean first = every && random.nextInt(4) > 0;
    return mend(wrong.get(first ? 0 : random.nextInt(wrong.size())), wanted, draft);
  }

  private Draft items(ValueCount count, Truth wanted, Draft draft) {
    Condition where = count.where();
    List<Value> items = Tree.items(count.array().evaluate(draft.scope()));
    if (where == null || items.isEmpty() || random.nextInt(5) == 0) {
      return leaves.any(Parts.of(count.array()), draft, count, wanted);
    }
    Draft inner =
        draft.into(new Counted(count.name(), null, items.get(random.nextInt(items.size()))));
    Truth now = test(where, inner);
    return mend(where, now == Truth.TRUE ? Truth.FALSE : Truth.TRUE, inner).out();
  }

  /** An element more that counts, or does not; one less; none; or one that is made to count. */
  private Draft elements(FieldCount count, Draft draft) {
    Places.Place place = leaves.place(count.array(), draft);
    if (place == null) {
      return leaves.moved(count.array(), draft);
    }
    int each = place.path().lastIndexOf(AliasPath.EACH);
    List<String> array = place.path().subList(0, each);
    List<Value> there = Tree.items(draft.get(array));
    int way = random.nextInt(4);
    if (way == 0) {
      return draft.set(array, dev.interlock.expression.ArrayValue.EMPTY);
    }
    return way == 1 && !there.isEmpty()
        ? replaced(count, place, there, draft)
        : more(count, way == 2 ? Truth.FALSE : Truth.TRUE, place, draft);
  }

  private Draft more(FieldCount count, Truth counts, Places.Place place, Draft draft) {
    List<Value> items = new java.util.ArrayList<>(Tree.items(draft.get(array(place))));
    Value made = element(count, counts, place, NullValue.NULL, draft);
    if (made == null) {
      return draft;
    }
    items.add(made);
    return draft.set(array(place), new dev.interlock.expression.ArrayValue(items));
  }

  private Draft replaced(FieldCount count, Places.Place place, List<Value> there, Draft draft) {
    List<Value> items = new java.util.ArrayList<>(there);
    int index = random.nextInt(items.size());
    Truth counts = random.nextBoolean() ? Truth.TRUE : Truth.FALSE;
    Value made = element(count, counts, place, items.get(index), draft);
    if (made == null) {
      return draft;
    }
    items.set(index, made);
    return draft.set(array(place), new dev.interlock.expression.ArrayValue(items));
  }

  private static List<String> array(Places.Place place) {
    return place.path().subList(0, place.path().lastIndexOf(AliasPath.EACH));
  }

  private @Nullable Value element(
      FieldCount count, Truth counts, Places.Place place, Value start, Draft draft) {
    int end = place.path().lastIndexOf(AliasPath.EACH) + 1;
    List<String> path = place.path().subList(0, end);
    Draft inner = draft.into(new Counted(count.array().name(), path, start));
    Condition where = count.where();
    Draft found = where == null ? inner : find(where, counts, inner, 25);
    if (found == null) {
      return null;
    }
    Value value = found.counted().getLast().value();
    return value == NullValue.NULL ? dev.interlock.expression.ObjectValue.EMPTY : value;
  }
}
