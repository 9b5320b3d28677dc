package dev.interlock.expression;

import org.jspecify.annotations.Nullable;

/**
 * A value that nobody can know yet: what a resource answers after it was made, the output of a
 * template that is elsewhere. Whatever is computed from it is unknown too, unless it does not
 * matter.
 *
 * @param reason why, in a few plain words
 * @param told properties that it will have for sure, beside others; null when none are
 */
public record UnknownValue(String reason, @Nullable ObjectValue told) implements Value {

  /** A value of which nothing is known. */
  public UnknownValue(String reason) {
    this(reason, null);
  }

  /** What is known of what stands under a key. */
  Value under(Value key) {
    Value found = told != null && key instanceof StringValue name ? told.get(name.text()) : null;
    return found == null ? new UnknownValue(reason) : open(found);
  }

  /** Beside what is told there may be more, however deep. */
  private Value open(Value value) {
    return switch (value) {
      case NullValue _ -> new UnknownValue(reason);
      case ObjectValue object -> new UnknownValue(reason, object);
      case ArrayValue array -> new ArrayValue(array.items().stream().map(this::open).toList());
      default -> value;
    };
  }

  @Override
  public boolean isKnown() {
    return false;
  }

  @Override
  public String typeName() {
    return "Unknown";
  }
}
