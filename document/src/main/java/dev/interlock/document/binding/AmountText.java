package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An amount with its currency, such as {@code 12500.00 EUR}. */
final class AmountText implements TextScalar<Money> {

  @Override
  public String expected() {
    return "an amount with its currency such as 12500.00 EUR";
  }

  @Override
  public @Nullable Money parse(String text) {
    int space = text.indexOf(' ');
    if (space < 1 || !isPlainNumber(text, space)) {
      return null;
    }
    Currency currency = new CurrencyCode().parse(text.substring(space + 1));
    BigDecimal amount = Decimal.bounded(new BigDecimal(text.substring(0, space)));
    return currency == null || amount == null ? null : new Money(amount, currency);
  }

  /** Digits, with at most one point between them and at most a minus before. */
  private static boolean isPlainNumber(String text, int end) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return start < end && point != start && point != end - 1;
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    String text = node.text().strip();
    if (!(node.value() instanceof String)) {
      return "add the currency: " + text + " EUR";
    }
    return text.indexOf(',') >= 0 || text.indexOf('\'') >= 0
        ? "write no thousands separators, and a point before the cents"
        : null;
  }

  @Override
  public Money standIn(boolean other) {
    return new Money(new Decimal().standIn(other), new CurrencyCode().standIn(other));
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)? [A-Z]{3}$");
  }
}
