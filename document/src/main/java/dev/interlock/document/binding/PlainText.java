package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text as it is. */
final class PlainText implements TextScalar<String> {

  @Override
  public String expected() {
    return "text";
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    return node.value() == null ? null : "put it in quotes: \"" + node.text() + "\"";
  }

  /**
   * The one is a name and an expression of CEL, the other is nothing that a text may have to be.
   */
  @Override
  public String standIn(boolean other) {
    return other ? "?" : "true";
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }
}
