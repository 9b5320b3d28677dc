package dev.interlock.document.binding;

import dev.interlock.document.DocumentHeader;
import java.util.Locale;

/** Names of documents: what Kubernetes allows in a label of a host name, and points. */
final class Names {

  private Names() {}

  /** True for 1 to 63 characters a-z, 0-9, - and . that begin and end with a letter or digit. */
  static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inner = i > 0 && i < name.length() - 1;
      if (!isPlain(c) && !(inner && (c == '-' || c == '.'))) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= DocumentHeader.NAME_MAX;
  }

  /** The text made into a name as well as can be; may still be none. */
  static String nearest(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean atBreak = name.isEmpty() || name.charAt(name.length() - 1) == '-';
      if (isPlain(c) || (c == '.' && !atBreak)) {
        name.append(c);
      } else if (!atBreak) {
        name.append('-');
      }
    }
    while (!name.isEmpty() && !isPlain(name.charAt(name.length() - 1))) {
      name.setLength(name.length() - 1);
    }
    return name.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
