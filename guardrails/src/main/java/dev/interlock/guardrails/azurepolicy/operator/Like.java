package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;

/**
 * {@code like}: a text in any letter case, {@code *} for any characters. Microsoft asks for one
 * star at most; more are taken as they are meant. {@code ?} stands for one character.
 */
final class Like implements Operator {

  @Override
  public String name() {
    return "like";
  }

  @Override
  public Matcher prepare(Value right) {
    String pattern = Scalars.text(right);
    if (pattern == null) {
      throw new ExpressionException("like compares with a text, not with " + right.typeName());
    }
    Wildcard wildcard = new Wildcard(pattern);
    return left -> {
      String text = Scalars.text(left);
      return text != null && wildcard.matches(text);
    };
  }
}
