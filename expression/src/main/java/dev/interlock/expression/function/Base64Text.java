package dev.interlock.expression.function;

import dev.interlock.expression.Arguments;
import java.nio.charset.Charset;
import java.util.Base64;

/** Texts in base64. */
final class Base64Text {

  private Base64Text() {}

  /** The text whose bytes these are; white space between the digits is left out. */
  static String decode(Arguments arguments, String base64, Charset charset) {
    StringBuilder digits = new StringBuilder(base64.length());
    base64.chars().filter(c -> c > ' ').forEach(c -> digits.append((char) c));
    if (digits.length() % 4 != 0) {
      throw arguments.fail("the text is not base64: it has no whole number of groups of four");
    }
    try {
      return new String(Base64.getDecoder().decode(digits.toString()), charset);
    } catch (IllegalArgumentException _) {
      throw arguments.fail("the text is not base64");
    }
  }
}
