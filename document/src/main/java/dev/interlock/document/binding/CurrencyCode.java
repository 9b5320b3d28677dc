package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Suggestion;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A currency, ISO 4217. */
final class CurrencyCode implements TextScalar<Currency> {

  @Override
  public String expected() {
    return "a currency code such as EUR (ISO 4217)";
  }

  @Override
  public @Nullable Currency parse(String text) {
    try {
      return text.length() == 3 ? Currency.getInstance(text) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    return switch (node.text().strip()) {
      case "€" -> "did you mean \"EUR\"?";
      case "$" -> "did you mean \"USD\"?";
      case "£" -> "did you mean \"GBP\"?";
      default -> near(node.text().strip().toUpperCase(Locale.ROOT));
    };
  }

  private static @Nullable String near(String code) {
    return Suggestion.didYouMean(
            code,
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList())
        .orElse(null);
  }

  @Override
  public Currency standIn(boolean other) {
    return Currency.getInstance(other ? "XTS" : "EUR");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "pattern", "^[A-Z]{3}$");
  }
}
