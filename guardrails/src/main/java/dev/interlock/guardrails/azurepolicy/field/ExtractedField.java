package dev.interlock.guardrails.azurepolicy.field;

import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.alias.AliasPattern;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;

/**
 * A part of a longer text, such as the offer in the id of a disk's image; absent when the text has
 * another form.
 */
record ExtractedField(PathField whole, AliasPattern pattern) implements FieldReference {

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public Value value(PolicyScope scope) {
    Value value = whole.value(scope);
    return value instanceof StringValue text
        ? pattern.extract(text.text()).<Value>map(Values::of).orElse(NullValue.NULL)
        : value;
  }
}
