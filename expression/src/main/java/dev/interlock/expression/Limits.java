package dev.interlock.expression;

/**
 * How large a value may grow, as Azure bounds it in policy rules, so that no expression eats the
 * machine.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#policy-rule-limits">Policy
 *     rule limits</a>
 */
final class Limits {

  /** Characters of a text that a function gives. */
  private static final int LONGEST_TEXT = 131_072;

  /** Direct elements of an array or object that a function gives. */
  private static final int MOST_ELEMENTS = 32_768;

  private Limits() {}

  static Value checked(Value value) {
    return switch (value) {
      case StringValue text when text.text().length() > LONGEST_TEXT ->
          throw new ExpressionException(
              "the text would have more than " + LONGEST_TEXT + " characters");
      case ArrayValue array when array.items().size() > MOST_ELEMENTS ->
          throw new ExpressionException(
              "the array would have more than " + MOST_ELEMENTS + " elements");
      case ObjectValue object when object.size() > MOST_ELEMENTS ->
          throw new ExpressionException(
              "the object would have more than " + MOST_ELEMENTS + " properties");
      default -> value;
    };
  }
}
