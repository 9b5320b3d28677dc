package dev.interlock.guardrails.azurepolicy.operator;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import java.util.Locale;

/** {@code contains}: a text within a text, in any letter case; an element of an array. */
final class Contains implements Operator {

  @Override
  public String name() {
    return "contains";
  }

  @Override
  public Matcher prepare(Value right) {
    String wanted = Scalars.text(right);
    if (wanted == null) {
      throw new ExpressionException("contains compares with a text, not with " + right.typeName());
    }
    String folded = wanted.toUpperCase(Locale.ROOT);
    return left ->
        switch (left) {
          case ArrayValue array ->
              array.items().stream().anyMatch(item -> Scalars.sameText(item, wanted));
          case ObjectValue object -> object.get(wanted) != null;
          default -> {
            String text = Scalars.text(left);
            yield text != null && text.toUpperCase(Locale.ROOT).contains(folded);
          }
        };
  }
}
