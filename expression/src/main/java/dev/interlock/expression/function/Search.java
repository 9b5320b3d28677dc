package dev.interlock.expression.function;

/** Finds texts in texts, in time that grows no faster than the text. */
final class Search {

  /** Up to so many characters, looking at every place costs little. */
  private static final int SHORT = 32;

  private Search() {}

  /** The first place of a part from a place on; negative when there is none. */
  static int first(String text, String part, int from) {
    return part.length() <= SHORT ? text.indexOf(part, from) : longer(text, part, from);
  }

  /** The last place of a part; negative when there is none. */
  static int last(String text, String part) {
    if (part.length() <= SHORT) {
      return text.lastIndexOf(part);
    }
    int place = longer(reversed(text), reversed(part), 0);
    return place < 0 ? place : text.length() - part.length() - place;
  }

  private static String reversed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = text.length() - 1; i >= 0; i--) {
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** The algorithm of Knuth, Morris and Pratt. */
  private static int longer(String text, String part, int from) {
    int[] borders = borders(part);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
      if (matched == part.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  /** For each beginning of a text, how long the longest is that it also ends with. */
  private static int[] borders(String part) {
    int[] borders = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < part.length(); i++) {
      while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += part.charAt(i) == part.charAt(matched) ? 1 : 0;
      borders[i] = matched;
    }
    return borders;
  }
}
