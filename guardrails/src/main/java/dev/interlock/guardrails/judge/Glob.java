package dev.interlock.guardrails.judge;

import java.util.Locale;

/** Patterns in which {@code *} stands for any characters; letter case does not matter. */
public final class Glob {

  private Glob() {}

  /** True when the whole text has the pattern's form. Takes time proportional to both lengths. */
  public static boolean matches(String pattern, String text) {
    String p = pattern.toLowerCase(Locale.ROOT);
    String t = text.toLowerCase(Locale.ROOT);
    int star = -1;
    int retry = 0;
    int i = 0;
    int j = 0;
    while (j < t.length()) {
      if (i < p.length() && p.charAt(i) == '*') {
        star = i++;
        retry = j;
      } else if (i < p.length() && p.charAt(i) == t.charAt(j)) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++retry;
      } else {
        return false;
      }
    }
    while (i < p.length() && p.charAt(i) == '*') {
      i++;
    }
    return i == p.length();
  }
}
