package dev.interlock.document.reading;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Arrays;

/** Tells JSON from YAML by the first characters, whatever the file is called. */
final class Sniffer {

  private static final int WINDOW = 8192;

  /** Most documents end before: room for more is made when they don't. */
  private static final int USUAL = 1024;

  private Sniffer() {}

  /** The beginning of a text. */
  static String head(Reader text) throws IOException {
    char[] head = new char[USUAL];
    int length = 0;
    int count = 0;
    while (length < WINDOW && count >= 0) {
      if (length == head.length) {
        head = Arrays.copyOf(head, Math.min(WINDOW, 4 * length));
      }
      count = text.read(head, length, head.length - length);
      length += Math.max(count, 0);
    }
    return new String(head, 0, length);
  }

  /** The text again from its beginning. */
  static Reader whole(String head, Reader rest) throws IOException {
    PushbackReader whole = new PushbackReader(rest, Math.max(1, head.length()));
    whole.unread(head.toCharArray());
    return whole;
  }

  static boolean isJson(String head) {
    int first = skipSpace(head, 0);
    if (first == head.length() || head.contains("\n---")) {
      return false;
    }
    int second = skipSpace(head, first + 1);
    char next = second < head.length() ? head.charAt(second) : '}';
    return switch (head.charAt(first)) {
      case '{' -> next == '"' || next == '}' || isComment(head, second);
      case '[' ->
          "{[]\"-0123456789".indexOf(next) >= 0
              || isComment(head, second)
              || head.startsWith("true", second)
              || head.startsWith("false", second)
              || head.startsWith("null", second);
      case '/' -> isComment(head, first);
      default -> false;
    };
  }

  private static boolean isComment(String head, int at) {
    return head.startsWith("//", at) || head.startsWith("/*", at);
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
