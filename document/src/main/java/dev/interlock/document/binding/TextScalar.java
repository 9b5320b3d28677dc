package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import org.jspecify.annotations.Nullable;

/** A type that is written as text in a form of its own. */
interface TextScalar<T> extends Scalar<T> {

  /** The value; null when the text is not in the form. */
  @Nullable T parse(String text);

  @Override
  default boolean accepts(@Nullable Object value) {
    return value instanceof String;
  }

  @Override
  default @Nullable T read(ScalarNode node) {
    return parse(node.text());
  }
}
