package dev.interlock.expression.function;

import java.util.function.IntUnaryOperator;

/** Letters by letter. */
final class Letters {

  private Letters() {}

  /** The text with each character replaced. */
  static String mapped(String text, IntUnaryOperator change) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(change).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** What .NET takes for white space. */
  static boolean isSpace(char c) {
    return (c >= 9 && c <= 13) || c == 0x85 || Character.isSpaceChar(c);
  }
}
