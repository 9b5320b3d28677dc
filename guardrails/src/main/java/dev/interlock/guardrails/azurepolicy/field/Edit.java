package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets and removes values in a resource as {@code append} and {@code modify} do.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/how-to/author-policies-for-arrays#modifying-arrays">Modifying
 *     arrays</a>
 */
public final class Edit {

  /** What becomes of a value that is there already. */
  public enum Existing {
    /** It stays. */
    STAYS,
    /** It is replaced. */
    IS_REPLACED,
    /** It must be the same, otherwise there is a conflict. */
    MUST_BE_SAME
  }

  /** Thrown within an edit when what is there differs from what is to be set. */
  private static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict() {
      super(null, null, false, false);
    }
  }

  private final List<Step> steps;
  private final Existing existing;
  private final Value value;
  private final boolean makesParents;

  private Edit(FieldPath path, Existing existing, Value value, boolean makesParents) {
    this.steps = path.steps();
    this.existing = existing;
    this.value = value;
    this.makesParents = makesParents;
  }

  /**
   * The resource with a value set.
   *
   * @param makesParents whether objects around the value are made where they are absent; otherwise
   *     nothing is set there
   * @return null when there is a conflict
   */
  public static @Nullable ObjectValue set(
      ObjectValue resource, FieldPath path, Existing existing, Value value, boolean makesParents) {
    try {
      Value changed = new Edit(path, existing, value, makesParents).at(resource, 0);
      return changed instanceof ObjectValue object ? object : resource;
    } catch (Conflict _) {
      return null;
    }
  }

  /** The resource without a property of one of its objects, such as a tag. */
  public static ObjectValue remove(ObjectValue resource, FieldPath path) {
    if (path.steps().size() == 2
        && path.steps().get(0) instanceof Step.Property outer
        && path.steps().get(1) instanceof Step.Property inner
        && resource.get(outer.name()) instanceof ObjectValue object) {
      return resource.with(outer.name(), object.without(inner.name()));
    }
    return resource;
  }

  /** What becomes of the value at a step; null when nothing is there and nothing is made. */
  private @Nullable Value at(@Nullable Value here, int step) {
    if (step == steps.size()) {
      return leaf(here);
    }
    return switch (steps.get(step)) {
      case Step.Property property -> property(here, property.name(), step);
      case Step.Every _ -> step == steps.size() - 1 ? member(here) : members(here, step);
      case Step.Element element -> element(here, element.index(), step);
    };
  }

  private Value leaf(@Nullable Value here) {
    if (here == null || here == NullValue.NULL) {
      return value;
    }
    return switch (existing) {
      case STAYS -> here;
      case IS_REPLACED -> value;
      case MUST_BE_SAME -> {
        if (!here.equals(value)) {
          throw new Conflict();
        }
        yield here;
      }
    };
  }

  private @Nullable Value property(@Nullable Value here, PropertyName name, int step) {
    boolean absent = here == null || here == NullValue.NULL;
    if (absent && !makesParents) {
      return here;
    }
    ObjectValue object = here instanceof ObjectValue own ? own : ObjectValue.EMPTY;
    if (!absent && !(here instanceof ObjectValue)) {
      return here;
    }
    Value changed = at(object.get(name), step + 1);
    return changed == null ? here : object.with(name, changed);
  }

  /** The array itself: one element more, or nothing but this. */
  private Value member(@Nullable Value here) {
    List<Value> items = new ArrayList<>();
    if (here instanceof ArrayValue array && existing != Existing.IS_REPLACED) {
      items.addAll(array.items());
    }
    items.add(value);
    return new ArrayValue(items);
  }

  private @Nullable Value members(@Nullable Value here, int step) {
    if (!(here instanceof ArrayValue array)) {
      return here;
    }
    List<Value> items = new ArrayList<>();
    for (Value item : array.items()) {
      Value changed = at(item, step + 1);
      items.add(changed == null ? item : changed);
    }
    return new ArrayValue(items);
  }

  private @Nullable Value element(@Nullable Value here, int index, int step) {
    if (!(here instanceof ArrayValue array) || index >= array.items().size()) {
      return here;
    }
    List<Value> items = new ArrayList<>(array.items());
    Value changed = at(items.get(index), step + 1);
    items.set(index, changed == null ? items.get(index) : changed);
    return new ArrayValue(items);
  }
}
