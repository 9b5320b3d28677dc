package dev.interlock.expression;

/** A text. */
public record StringValue(String text) implements Value {

  /** The empty text. */
  public static final StringValue EMPTY = new StringValue("");

  @Override
  public String typeName() {
    return "String";
  }
}
