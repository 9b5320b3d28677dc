package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way into a resource: {@code properties.securityRules[*].properties.access}, {@code
 * properties.a['b.c'][0]}. Taken apart once.
 */
public final class FieldPath {

  private final String text;
  private final List<Step> steps;
  private final int wildcards;

  private FieldPath(String text, List<Step> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
    this.wildcards = (int) steps.stream().filter(step -> step == Step.Every.EVERY).count();
  }

  /** Reads a path; never fails: what is no bracket is a name. */
  public static FieldPath parse(String text) {
    return new FieldPath(text, PathReading.steps(text));
  }

  /** The path of a property within another: {@code tags} and a name with dots in it. */
  static FieldPath of(String outer, PropertyName inner) {
    return new FieldPath(
        outer + "['" + inner.text() + "']",
        List.of(new Step.Property(new PropertyName(outer)), new Step.Property(inner)));
  }

  /** The steps, outermost first. */
  List<Step> steps() {
    return steps;
  }

  /** How many {@code [*]} it has. */
  public int wildcards() {
    return wildcards;
  }

  /** The same path under another property. */
  FieldPath under(String property) {
    List<Step> longer = new ArrayList<>(steps.size() + 1);
    longer.add(new Step.Property(new PropertyName(property)));
    longer.addAll(steps);
    return new FieldPath(property + "." + text, longer);
  }

  /** True when this begins with all steps of that. */
  boolean startsWith(FieldPath prefix) {
    return steps.size() >= prefix.steps.size()
        && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
  }

  /** What is left after a prefix. */
  FieldPath after(FieldPath prefix) {
    return new FieldPath(text, steps.subList(prefix.steps.size(), steps.size()));
  }

  /** The steps up to and including the n-th {@code [*]}, counted from 1. */
  FieldPath through(int wildcard) {
    int seen = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) == Step.Every.EVERY && ++seen == wildcard) {
        return new FieldPath(text, steps.subList(0, i + 1));
      }
    }
    throw new IllegalStateException(text + " has no wildcard " + wildcard);
  }

  /** Without its last step. */
  FieldPath beforeLast() {
    return new FieldPath(text, steps.subList(0, steps.size() - 1));
  }

  /** True when it has no steps. */
  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The first property's name, or null when it begins with a bracket or has no step. */
  @Nullable PropertyName first() {
    return !steps.isEmpty() && steps.getFirst() instanceof Step.Property property
        ? property.name()
        : null;
  }

  /** The value there; null when it is absent. For a path without {@code [*]}. */
  @Nullable Value find(Value root) {
    Value here = root;
    for (int i = 0; i < steps.size(); i++) {
      Value next = step(here, steps.get(i));
      if (next == null || next instanceof UnknownValue) {
        return next;
      }
      here = next;
    }
    return here;
  }

  private static @Nullable Value step(Value value, Step step) {
    return switch (step) {
      case Step.Property property ->
          value instanceof ObjectValue object ? object.get(property.name()) : null;
      case Step.Element element ->
          value instanceof ArrayValue array && element.index() < array.items().size()
              ? array.items().get(element.index())
              : null;
      case Step.Every _ -> null;
    };
  }

  /**
   * All values there, in order. What is absent in an element counts as null; an array that is
   * absent counts as one null too where asked for, and as nothing otherwise.
   */
  void collect(Value root, boolean nullForMissingArray, List<Value> into) {
    collect(root, 0, nullForMissingArray, into);
  }

  private void collect(Value value, int at, boolean nulls, List<Value> into) {
    Value here = value;
    for (int i = at; i < steps.size(); i++) {
      if (here instanceof UnknownValue) {
        into.add(here);
        return;
      }
      if (steps.get(i) == Step.Every.EVERY) {
        each(here, i + 1, nulls, into);
        return;
      }
      Value next = step(here, steps.get(i));
      if (next == null || next == NullValue.NULL) {
        absent(i + 1, nulls, into);
        return;
      }
      here = next;
    }
    into.add(here);
  }

  private void each(Value value, int next, boolean nulls, List<Value> into) {
    if (value instanceof ArrayValue array) {
      for (Value item : array.items()) {
        collect(item, next, nulls, into);
      }
    } else if (nulls) {
      into.add(NullValue.NULL);
    }
  }

  /** Nothing is there: a missing property is null, a missing array has no elements. */
  private void absent(int next, boolean nulls, List<Value> into) {
    boolean array = steps.subList(next, steps.size()).contains(Step.Every.EVERY);
    if (!array || nulls) {
      into.add(NullValue.NULL);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath path && steps.equals(path.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
