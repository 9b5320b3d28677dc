package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * A field that is a path itself, where no aliases are used: into the resource, or under its {@code
 * properties} when the resource has no such property.
 */
public record BodyField(String name, PathField outside, PathField inside)
    implements FieldReference {

  private static final PropertyName PROPERTIES = new PropertyName("properties");

  static BodyField of(String name) {
    FieldPath path = FieldPath.parse(name);
    return new BodyField(
        name, new PathField(name, path), new PathField(name, path.under("properties")));
  }

  @Override
  public FieldReference in(PolicyScope scope) {
    PropertyName first = outside.path().first();
    ObjectValue resource = scope.subject().resource();
    boolean isInside =
        first != null
            && resource.get(first) == null
            && resource.get(PROPERTIES) instanceof ObjectValue properties
            && properties.get(first) != null;
    return isInside ? inside : outside;
  }

  @Override
  public Value value(PolicyScope scope) {
    return in(scope).value(scope);
  }

  @Override
  public Value function(PolicyScope scope) {
    return in(scope).function(scope);
  }
}
