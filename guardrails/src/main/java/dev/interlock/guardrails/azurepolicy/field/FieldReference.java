package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that a rule names: where its values are found in a resource. */
public sealed interface FieldReference
    permits WordField,
        TagField,
        PathField,
        BodyField,
        AliasField,
        AliasField.AbsentField,
        ExtractedField,
        UnknownField,
        ComputedField {

  /** As the rule writes it, or as its expression came out. */
  String name();

  /** Its name as people know it. */
  default String label() {
    return name();
  }

  /** True when it is known, and resources of the type at hand have no such property. */
  default boolean isOfOtherTypes() {
    return false;
  }

  /** This field for the resource at hand: what was to be computed or looked up is. */
  default FieldReference in(PolicyScope scope) {
    return this;
  }

  /** True when it selects any number of values, with {@code [*]}. */
  default boolean isMany() {
    return false;
  }

  /** Why nobody knows what it means; null when it is known. */
  default @Nullable String unknown() {
    return null;
  }

  /** Its one value; null as a {@link NullValue} when it is absent. */
  Value value(PolicyScope scope);

  /** Its values; an array that is absent counts as one null. */
  default List<Value> valuesOrNull(PolicyScope scope) {
    return List.of(value(scope));
  }

  /** What the function {@code field('…')} gives: an absent value is the empty text. */
  default Value function(PolicyScope scope) {
    Value value = value(scope);
    return value == NullValue.NULL ? StringValue.EMPTY : value;
  }

  /** The elements of the array that it selects, for counting them. */
  default List<ElementBinding> elements(PolicyScope scope) {
    List<ElementBinding> elements = new ArrayList<>();
    if (value(scope) instanceof ArrayValue array) {
      for (Value item : array.items()) {
        elements.add(new ElementBinding(name(), null, item, scope.element()));
      }
    }
    return elements;
  }

  /** True when it is known that no policy may change it. */
  default boolean isFixed() {
    return false;
  }

  /** Where it stands in a resource; null when it stands nowhere that could be changed. */
  default @Nullable FieldPath path() {
    return null;
  }
}
