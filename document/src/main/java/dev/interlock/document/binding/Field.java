package dev.interlock.document.binding;

import dev.interlock.document.Doc;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record.
 *
 * @param name the key it is written under
 * @param index its place in the record
 * @param shape what it may hold
 * @param nullable marked {@code @Nullable}: it may be absent
 * @param component for its documentation
 */
public record Field(
    String name, int index, Shape shape, boolean nullable, RecordComponent component) {

  /** True when a document without it is wrong. */
  public boolean required() {
    return !nullable
        && !(shape instanceof Shape.Listing)
        && !(shape instanceof Shape.Mapping)
        && component.getType() != boolean.class;
  }

  /** The value when it is absent and not {@link #required}. */
  @Nullable Object whenAbsent() {
    if (nullable) {
      return null;
    }
    return switch (shape) {
      case Shape.Listing _ -> List.of();
      case Shape.Mapping _ -> Map.of();
      default -> false;
    };
  }

  /** Its documentation, or null. Looked up late: annotations cost time to read. */
  public @Nullable Doc doc() {
    return component.getAnnotation(Doc.class);
  }
}
