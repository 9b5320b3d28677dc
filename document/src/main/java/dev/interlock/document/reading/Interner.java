package dev.interlock.document.reading;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one copy of short texts that repeat, such as keys. A fixed table in which a newcomer takes
 * the place of an older text: bounded whatever the input is.
 */
final class Interner {

  private static final int SIZE = 1 << 12;
  private static final int LONGEST = 64;

  private final @Nullable String[] table = new @Nullable String[SIZE];

  String intern(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
    String known = table[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    table[slot] = text;
    return text;
  }
}
