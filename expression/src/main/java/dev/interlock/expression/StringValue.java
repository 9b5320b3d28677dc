package dev.interlock.expression;

/** A text. */
public record StringValue(String text) implements Value {

  /** The empty text. */
  public static final StringValue EMPTY = new StringValue("");

  @Override
  public long weight() {
    return text.length() + 2L;
  }

  @Override
  public String typeName() {
    return "String";
  }
}
