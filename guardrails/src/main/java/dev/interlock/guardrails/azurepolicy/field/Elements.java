package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array, each with those of the arrays around it: an element of {@code
 * a[*].b[*]} is looked at as if it were the only one of {@code b}, and its own {@code a[*]} the
 * only one of {@code a}.
 */
final class Elements {

  private Elements() {}

  static void of(PathField field, PolicyScope scope, List<ElementBinding> into) {
    Selection start = Selection.of(field.path(), scope);
    int bound = field.path().wildcards() - start.path().wildcards();
    if (start.path().wildcards() == 0) {
      single(field, start, scope, into);
    } else {
      walk(new Level(field, bound + 1, scope.element()), start, into);
    }
  }

  /** The counted array is the one that a count around this looks at: its one element. */
  private static void single(
      PathField field, Selection start, PolicyScope scope, List<ElementBinding> into) {
    Value value = start.one();
    if (value != null) {
      into.add(new ElementBinding(field.name(), field.path(), value, scope.element()));
    }
  }

  /** The n-th array on the way, and the element of the one before. */
  private record Level(PathField field, int wildcard, @Nullable ElementBinding outer) {

    FieldPath path() {
      return field.path().through(wildcard);
    }

    boolean isLast() {
      return wildcard == field.path().wildcards();
    }
  }

  private static void walk(Level level, Selection from, List<ElementBinding> into) {
    FieldPath toArray = from.path().through(1);
    switch (array(toArray, from.root())) {
      case ArrayValue array -> array.items().forEach(item -> element(level, from, item, into));
      case UnknownValue unknown -> into.add(ElementBinding.ofUnknownArray(unknown));
      case null, default -> {}
    }
  }

  private static @Nullable Value array(FieldPath through, Value root) {
    return through.beforeLast().find(root);
  }

  private static void element(Level level, Selection from, Value item, List<ElementBinding> into) {
    ElementBinding element =
        new ElementBinding(level.field().name(), level.path(), item, level.outer());
    if (level.isLast()) {
      tail(level.field(), from, element, into);
      return;
    }
    walk(
        new Level(level.field(), level.wildcard() + 1, element),
        new Selection(from.path().after(from.path().through(1)), item),
        into);
  }

  /**
   * What stands after the last {@code [*]} must be there for the element to be counted, and is what
   * is looked at.
   */
  private static void tail(
      PathField field, Selection from, ElementBinding element, List<ElementBinding> into) {
    FieldPath rest = from.path().after(from.path().through(1));
    if (rest.isEmpty()) {
      into.add(element);
      return;
    }
    Value item = element.value();
    Value value = item instanceof UnknownValue ? item : rest.find(item);
    if (value != null) {
      into.add(new ElementBinding(field.name(), field.path(), value, element));
    }
  }
}
