package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class Flag implements Scalar<Boolean> {

  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public boolean accepts(@Nullable Object value) {
    return value instanceof Boolean;
  }

  @Override
  public @Nullable Boolean read(ScalarNode node) {
    return node.value() instanceof Boolean flag ? flag : null;
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    return switch (node.text().toLowerCase(Locale.ROOT)) {
      case "yes", "on", "y", "true" -> "write true";
      case "no", "off", "n", "false" -> "write false";
      default -> null;
    };
  }

  @Override
  public Boolean standIn(boolean other) {
    return other;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "boolean");
  }
}
