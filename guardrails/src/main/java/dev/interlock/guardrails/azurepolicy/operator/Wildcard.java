package dev.interlock.guardrails.azurepolicy.operator;

/** A text with stars for any characters and question marks for one, in any letter case. */
final class Wildcard {

  private final String pattern;
  private final boolean simple;
  private final int star;

  Wildcard(String pattern) {
    this.pattern = pattern;
    this.star = pattern.indexOf('*');
    this.simple = pattern.indexOf('?') < 0 && pattern.lastIndexOf('*') == star;
  }

  boolean matches(String text) {
    if (!simple) {
      return walk(text);
    }
    if (star < 0) {
      return text.equalsIgnoreCase(pattern);
    }
    int tail = pattern.length() - star - 1;
    return text.length() >= star + tail
        && text.regionMatches(true, 0, pattern, 0, star)
        && text.regionMatches(true, text.length() - tail, pattern, star + 1, tail);
  }

  /** Goes back to the last star only, so that the work is at most the product of both lengths. */
  private boolean walk(String text) {
    int p = 0;
    int t = 0;
    int lastStar = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        lastStar = p++;
        resume = t;
      } else if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (lastStar >= 0) {
        p = lastStar + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean fits(char wanted, char found) {
    return wanted == '?' || wanted == found || fold(wanted) == fold(found);
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
