package dev.interlock.document.reading;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one copy of short texts that repeat, such as keys. A table in which a newcomer takes the
 * place of an older text: bounded whatever the input is.
 */
final class Interner {

  private static final int SMALLEST = 1 << 8;
  private static final int LARGEST = 1 << 12;
  private static final int LONGEST = 64;

  private @Nullable String[] table = new @Nullable String[SMALLEST];
  private int newcomers;

  String intern(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 15)) & (table.length - 1);
    String known = table[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    table[slot] = text;
    grow();
    return text;
  }

  /** Begins anew with more room: what is forgotten comes back when it is met again. */
  private void grow() {
    newcomers++;
    if (newcomers > table.length && table.length < LARGEST) {
      table = new @Nullable String[table.length * 4];
      newcomers = 0;
    }
  }
}
