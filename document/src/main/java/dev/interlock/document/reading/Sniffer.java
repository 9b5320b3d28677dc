package dev.interlock.document.reading;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Tells JSON from YAML by the first characters, whatever the file is called. */
final class Sniffer {

  private static final int WINDOW = 8192;

  private Sniffer() {}

  static PushbackReader window(Reader text) {
    return new PushbackReader(text, WINDOW);
  }

  /** The beginning of a text, which stays unread. */
  static String head(PushbackReader text) throws IOException {
    char[] head = new char[WINDOW];
    int length = 0;
    int count = 0;
    while (length < WINDOW && count >= 0) {
      count = text.read(head, length, WINDOW - length);
      length += Math.max(count, 0);
    }
    text.unread(head, 0, length);
    return new String(head, 0, length);
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
