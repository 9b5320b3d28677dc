package dev.interlock.facts.arm.expand;

/** What stands in a template may be long; a message quotes the beginning. */
final class Shortened {

  private static final int LONGEST = 80;

  private Shortened() {}

  /** The text, or its beginning. */
  static String of(String text) {
    return of(text, LONGEST);
  }

  /** The text, or its beginning with so many characters. */
  static String of(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
