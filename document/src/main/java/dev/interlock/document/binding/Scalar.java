package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that is written as one scalar.
 *
 * @param <T> the Java type
 */
public interface Scalar<T> {

  /** What a user should have written, with article and example: {@code a date such as …}. */
  String expected();

  /** True when the value is of the right JSON type, whatever it says. */
  boolean accepts(@Nullable Object value);

  /** The value; null when it can't be read. Only asked for what {@link #accepts}. */
  @Nullable T read(ScalarNode node);

  /** Some value of the type, to stand where none could be read; there are two. */
  T standIn(boolean other);

  /** What to do about a value that can't be read, or null. */
  default @Nullable String hint(ScalarNode node) {
    return null;
  }

  /** JSON Schema keywords, {@code type} first; its value is one word. */
  Map<String, Object> schema();
}
