package dev.interlock.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with text keys, in written order. Keys are unique: a repeated key is reported when the
 * document is read, and the first one is kept.
 *
 * @param entries in written order
 */
public record MappingNode(List<Entry> entries, int line, int column) implements Node {

  /**
   * One key with its value.
   *
   * @param line of the key, 1-based
   * @param column of the key, 1-based
   */
  public record Entry(String key, int line, int column, Node value) {}

  /** The value under a key, or null when the key is absent. */
  public @Nullable Node get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** The entry under a key, or null when the key is absent. */
  public @Nullable Entry entry(String key) {
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** The text under a key; null when it is absent or no scalar. */
  public @Nullable String text(String key) {
    return get(key) instanceof ScalarNode scalar && scalar.value() != null ? scalar.text() : null;
  }

  @Override
  public String describe() {
    return "a mapping";
  }
}
