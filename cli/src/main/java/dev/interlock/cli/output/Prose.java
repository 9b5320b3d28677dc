package dev.interlock.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Sentences for people. */
public final class Prose {

  private Prose() {}

  /** {@code 1 violation}, {@code 2 violations}. */
  public static String count(long number, String singular) {
    return count(number, singular, singular + "s");
  }

  /** The number with the word that fits it. */
  public static String count(long number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  /** Breaks at spaces so that no line is longer than the width, unless one word is. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String words = text.strip();
    int from = 0;
    while (from < words.length()) {
      int to = end(words, from);
      if (!line.isEmpty() && line.length() + 1 + to - from > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(words, from, to);
      from = to;
      while (from < words.length() && isSpace(words.charAt(from))) {
        from++;
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static int end(String words, int from) {
    int to = from;
    while (to < words.length() && !isSpace(words.charAt(to))) {
      to++;
    }
    return to;
  }

  /** No other space, so that what must stay together does. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /**
   * Makes control characters visible, so that a name from a file can neither steer the terminal nor
   * turn the order of what is read.
   */
  public static String safe(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad = (c < ' ' && c != '\t') || (c >= 0x7f && c <= 0x9f) || turnsOrder(c);
      if (bad && out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      if (out != null) {
        out.append(bad ? (c == '\n' ? ' ' : '\uFFFD') : c);
      }
    }
    return out == null ? text : out.toString();
  }

  /** The embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9). */
  private static boolean turnsOrder(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
