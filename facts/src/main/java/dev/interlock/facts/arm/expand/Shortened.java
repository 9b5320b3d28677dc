package dev.interlock.facts.arm.expand;

/** What stands in a template may be long; a message quotes the beginning. */
final class Shortened {

  private static final int LONGEST = 80;

  private Shortened() {}

  /** The text, or its beginning. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
