package dev.interlock.facts.arm.expand;

/** How a text stands in a JSON file. */
final class QuotedText {

  private static final String SHORT = "\"\\\b\f\n\r\t";
  private static final int LONG = 6;

  private QuotedText() {}

  /**
   * How many columns a character stands behind the quote that the text begins with, that quote
   * counted, where everything is escaped as short as it can be.
   */
  static int columns(String text, int offset) {
    int columns = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      char c = text.charAt(i);
      if (SHORT.indexOf(c) >= 0) {
        columns += 2;
      } else if (c < ' ') {
        columns += LONG;
      } else if (!Character.isLowSurrogate(c)) {
        columns++;
      }
    }
    return columns;
  }
}
