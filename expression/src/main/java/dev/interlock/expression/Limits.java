package dev.interlock.expression;

/**
 * How large a value may grow, as Azure bounds it in policy rules, so that no expression eats the
 * machine.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#policy-rule-limits">Policy
 *     rule limits</a>
 */
public final class Limits {

  /** Characters of a text that a function gives. */
  private static final int LONGEST_TEXT = 131_072;

  /** Direct elements of an array or object that a function gives. */
  private static final int MOST_ELEMENTS = 32_768;

  /** Azure allows less; documents that are read whole may be 200 deep. */
  private static final int DEEPEST = 300;

  /** Characters of the JSON of all that a function gives. */
  private static final long LARGEST = 16L << 20;

  private Limits() {}

  /**
   * For a function that is about to make a text.
   *
   * @throws ExpressionException when the text would have too many characters
   */
  public static void text(long length) {
    if (length > LONGEST_TEXT) {
      throw new ExpressionException(
          "the text would have more than " + LONGEST_TEXT + " characters");
    }
  }

  /**
   * For a function that is about to make an array or object.
   *
   * @throws ExpressionException when it would have too many elements
   */
  public static void elements(long count) {
    if (count > MOST_ELEMENTS) {
      throw new ExpressionException(
          "the array or object would have more than " + MOST_ELEMENTS + " elements");
    }
  }

  /**
   * For a function that is about to put together values.
   *
   * @param characters see {@link Value#weight}
   * @throws ExpressionException when they are too large together
   */
  public static void weight(long characters) {
    if (characters > LARGEST) {
      throw new ExpressionException("the value would be larger than " + LARGEST + " characters");
    }
  }

  static Value checked(Value value) {
    switch (value) {
      case StringValue text -> text(text.text().length());
      case ArrayValue array -> elements(array.items().size());
      case ObjectValue object -> elements(object.size());
      default -> {}
    }
    weight(value.weight());
    if (value.depth() > DEEPEST) {
      throw new ExpressionException(
          "the value would be nested more than " + DEEPEST + " levels deep");
    }
    return value;
  }
}
