package dev.interlock.expression;

/**
 * A text. Whether it is secret makes no difference to what it is equal to.
 *
 * @param isSecret true for the value of a secure parameter, and for what was made from one
 */
public record StringValue(String text, boolean isSecret) implements Value {

  /** The empty text. */
  public static final StringValue EMPTY = new StringValue("");

  /** A text that may be shown. */
  public StringValue(String text) {
    this(text, false);
  }

  @Override
  public long weight() {
    return text.length() + 2L;
  }

  @Override
  public String typeName() {
    return "String";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StringValue value && text.equals(value.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return isSecret ? "(secret)" : text;
  }
}
