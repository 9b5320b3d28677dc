package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.Edit;
import dev.interlock.guardrails.azurepolicy.field.FieldPath;
import dev.interlock.guardrails.azurepolicy.field.FieldReference;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.field.TagField;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * An operation with its field and value found for the resource at hand.
 *
 * @param path where it changes the resource; null when nobody knows
 * @param isTag whether it changes a tag
 * @param isFixed whether the property is known to be none that policies may change
 * @param value what it sets; null as a value when it removes
 */
public record Change(
    Operation.Kind kind, @Nullable FieldPath path, boolean isTag, boolean isFixed, Value value) {

  /** The change that an operation makes. */
  public static Change of(Operation operation, Fields fields, PolicyScope scope) {
    FieldReference field = fields.of(operation.fieldName(scope)).in(scope);
    boolean isFixed = field.isFixed() && operation.kind() != Operation.Kind.APPEND;
    return new Change(
        operation.kind(),
        field.path(),
        field instanceof TagField,
        isFixed,
        operation.newValue(scope));
  }

  /** True when another change is about the same property and comes to something else. */
  public boolean conflictsWith(Change other) {
    return path != null
        && other.path != null
        && path.equals(other.path)
        && !path.toString().endsWith("[*]")
        && !((kind == Operation.Kind.REMOVE) == (other.kind == Operation.Kind.REMOVE)
            && value.equals(other.value));
  }

  /** The resource as changed; the same where nothing can be changed; null when that conflicts. */
  public @Nullable ObjectValue apply(ObjectValue resource) {
    if (path == null) {
      return resource;
    }
    return switch (kind) {
      case REMOVE -> Edit.remove(resource, path);
      case ADD -> Edit.set(resource, path, Edit.Existing.STAYS, value, isTag);
      case ADD_OR_REPLACE -> Edit.set(resource, path, Edit.Existing.IS_REPLACED, value, isTag);
      case APPEND -> Edit.set(resource, path, Edit.Existing.MUST_BE_SAME, value, true);
    };
  }
}
