package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import java.util.ArrayList;
import java.util.List;

/**
 * A field at a known path.
 *
 * @param name as the rule writes it
 * @param isFixed whether it is known that no policy may change it
 */
public record PathField(String name, FieldPath path, boolean isFixed) implements FieldReference {

  /** A field that policies may change, as far as anybody knows. */
  public PathField(String name, FieldPath path) {
    this(name, path, false);
  }

  @Override
  public boolean isMany() {
    return path.wildcards() > 0;
  }

  @Override
  public Value value(PolicyScope scope) {
    Value value = Selection.of(path, scope).one();
    return value == null ? NullValue.NULL : value;
  }

  @Override
  public List<Value> valuesOrNull(PolicyScope scope) {
    return Selection.of(path, scope).all(true);
  }

  @Override
  public Value function(PolicyScope scope) {
    return isMany()
        ? new ArrayValue(Selection.of(path, scope).all(false))
        : FieldReference.super.function(scope);
  }

  @Override
  public List<ElementBinding> elements(PolicyScope scope) {
    List<ElementBinding> elements = new ArrayList<>();
    Elements.of(this, scope, elements);
    return elements;
  }
}
