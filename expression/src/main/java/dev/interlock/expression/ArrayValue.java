package dev.interlock.expression;

import java.util.List;

/** A list of values. */
public final class ArrayValue implements Value {

  /** The list of nothing. */
  public static final ArrayValue EMPTY = new ArrayValue(List.of());

  private final List<Value> items;
  private final Extent extent;

  /** The list of these, in order. */
  public ArrayValue(List<? extends Value> items) {
    this.items = List.copyOf(items);
    this.extent = Extent.of(this.items);
  }

  /** The list of these. */
  public static ArrayValue of(Value... items) {
    return new ArrayValue(List.of(items));
  }

  /** In order. */
  public List<Value> items() {
    return items;
  }

  @Override
  public boolean isKnown() {
    return extent.known();
  }

  @Override
  public boolean isSecret() {
    return extent.secret();
  }

  @Override
  public int depth() {
    return extent.depth();
  }

  @Override
  public long weight() {
    return extent.weight();
  }

  @Override
  public String typeName() {
    return "Array";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ArrayValue array
            && weight() == array.weight()
            && items.equals(array.items));
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
