package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.condition.Comparison;
import dev.interlock.guardrails.azurepolicy.condition.Condition;
import dev.interlock.guardrails.azurepolicy.condition.FieldCondition;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.condition.ValueCondition;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Mends the single conditions of a rule: sets a field, or something around the resource. */
final class Leaves {

  private final Fields fields;
  private final Places places;
  private final Contexts contexts;
  private final List<Value> usual;
  private final Random random;

  Leaves(Fields fields, Places places, Facts facts, Contexts contexts, Random random) {
    this.fields = fields;
    this.places = places;
    this.contexts = contexts;
    this.random = random;
    List<Value> all = new ArrayList<>(Pool.usual());
    facts.constants().forEach(value -> all.addAll(Pool.near(value)));
    this.usual = all.stream().distinct().limit(400).toList();
  }

  /** Where a field is; null when the resource's type has none. */
  Places.@Nullable Place place(FieldReference field, Draft draft) {
    return places.of(field.in(draft.scope()), draft.subject().type());
  }

  /** The draft with a type that has the field. */
  Draft moved(FieldReference field, Draft draft) {
    List<String> types = places.types(field.name());
    boolean stays = types.isEmpty() || !draft.counted().isEmpty();
    return stays
        ? draft
        : draft.set(
            List.of("type"),
            dev.interlock.expression.Values.of(types.get(random.nextInt(types.size()))));
  }

  Draft field(FieldCondition condition, Truth wanted, Draft draft) {
    Comparison comparison = condition.comparison();
    if (comparison instanceof Comparison.Computed computed && random.nextInt(3) == 0) {
      return any(Parts.of(computed.program()), draft, condition, wanted);
    }
    FieldReference field = condition.field();
    if (field instanceof dev.interlock.guardrails.azurepolicy.field.ComputedField computed
        && random.nextInt(3) == 0) {
      return any(Parts.of(computed.program()), draft, condition, wanted);
    }
    return set(field, near(comparison, draft), draft, condition, wanted);
  }

  Draft value(ValueCondition condition, Truth wanted, Draft draft) {
    Parts parts = Parts.of(condition.value());
    if (condition.comparison() instanceof Comparison.Computed computed) {
      Parts more = Parts.of(computed.program());
      parts.fields().addAll(more.fields());
      parts.functions().addAll(more.functions());
      parts.constants().addAll(more.constants());
    }
    parts.constants().addAll(withoutNull(near(condition.comparison(), draft)));
    return any(parts, draft, condition, wanted);
  }

  /** Changes something that an expression asks for: a field, or what is around the resource. */
  Draft any(Parts parts, Draft draft, Condition condition, Truth wanted) {
    List<String> names = List.copyOf(parts.fields());
    boolean around = contexts.concerns(parts.functions());
    if (names.isEmpty() || (around && random.nextBoolean())) {
      return around ? contexts.other(draft, parts.constants(), random) : draft;
    }
    List<@Nullable Value> values = new ArrayList<>();
    parts.constants().forEach(value -> values.addAll(Pool.near(value)));
    FieldReference field = fields.of(names.get(random.nextInt(names.size())));
    boolean ofAsked = draft.asked() != null && random.nextBoolean();
    return ofAsked
        ? setAsked(field, values, draft, condition, wanted)
        : set(field, values, draft, condition, wanted);
  }

  /** Sets a field of the resource that an existence condition's functions are about. */
  private Draft setAsked(
      FieldReference field,
      List<@Nullable Value> values,
      Draft draft,
      Condition condition,
      Truth wanted) {
    Draft asked = new Draft(draft.ofFunctions(), null, draft.context(), List.of());
    Places.Place place = place(field, asked);
    if (place == null) {
      return draft;
    }
    for (Value value : values) {
      Draft changed = draft.setAsked(place.path(), place.written(value));
      if (Search.test(condition, changed) == wanted) {
        return changed;
      }
    }
    return draft;
  }

  private static List<Value> withoutNull(List<@Nullable Value> values) {
    List<Value> all = new ArrayList<>();
    values.forEach(value -> {
      if (value != null) {
        all.add(value);
      }
    });
    return all;
  }

  private List<@Nullable Value> near(Comparison comparison, Draft draft) {
    try {
      return Pool.near(comparison.right(draft.scope()));
    } catch (dev.interlock.expression.ExpressionException _) {
      return new ArrayList<>();
    }
  }

  private Draft set(
      FieldReference field,
      List<@Nullable Value> near,
      Draft draft,
      Condition condition,
      Truth wanted) {
    FieldReference known = field.in(draft.scope());
    Places.Place place = place(known, draft);
    if (place == null) {
      return moved(known, draft);
    }
    List<@Nullable Value> all = new ArrayList<>(near);
    Pool.joined(draft.get(place.path()), near).forEach(all::add);
    all.add(null);
    Collections.shuffle(all, random);
    List<@Nullable Value> others = new ArrayList<>(usual);
    Collections.shuffle(others, random);
    all.addAll(others.subList(0, Math.min(others.size(), 80)));
    for (Value value : all) {
      if (value != null && !value.isKnown()) {
        continue;
      }
      Draft changed = draft.set(place.path(), place.written(value));
      if (Search.test(condition, changed) == wanted) {
        return changed;
      }
    }
    Draft emptied = emptied(place, draft);
    return Search.test(condition, emptied) == wanted || random.nextInt(4) == 0
        ? emptied
        : draft.set(place.path(), place.written(all.get(random.nextInt(all.size()))));
  }

  /** With the array on the way to the place empty. */
  private static Draft emptied(Places.Place place, Draft draft) {
    int each = place.path().indexOf(dev.interlock.guardrails.azurepolicy.alias.AliasPath.EACH);
    return each < 0
        ? draft.set(place.path(), null)
        : draft.set(place.path().subList(0, each), dev.interlock.expression.ArrayValue.EMPTY);
  }
}
