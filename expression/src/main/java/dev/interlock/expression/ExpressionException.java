package dev.interlock.expression;

/**
 * An expression that can't be read, or that fails on what it was given: a substring beyond the end
 * of its text, a property that is not there. Whoever runs expressions catches it and says where.
 */
public final class ExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * A failure.
   *
   * @param message what is wrong and what was expected, one sentence
   * @param offset where in the text, in UTF-16 units from its beginning; negative when not known
   */
  public ExpressionException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** A failure whose place whoever calls will know. */
  public ExpressionException(String message) {
    this(message, -1);
  }

  /** Where in the text, in UTF-16 units from its beginning; negative when not known. */
  public int offset() {
    return offset;
  }

  /** What is wrong and what was expected. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** The same failure at that place, unless its place is known already. */
  public ExpressionException at(int place) {
    return offset >= 0 ? this : new ExpressionException(reason(), place);
  }
}
