package dev.interlock.changes.calendar.ics;

import java.io.Reader;

/** Reads a text and knows the line of the character it gave last. */
final class LineCountingReader extends Reader {

  private final String text;
  private int at;
  private int line = 1;

  LineCountingReader(String text) {
    this.text = text;
  }

  /** 1-based. */
  int line() {
    return line;
  }

  @Override
  public int read() {
    if (at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at++);
    if (c == '\n') {
      line++;
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = 0;
    while (count < length && at < text.length()) {
      buffer[offset + count++] = (char) read();
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public void close() {
    at = text.length();
  }
}
