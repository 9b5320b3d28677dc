package dev.interlock.changes.calendar.ics;

import java.io.Reader;

/** Reads a text without its empty lines, and knows the line of the character it gives next. */
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

  /** The line that ended last: for a parser that has already looked at the line's end. */
  int lineBefore() {
    return Math.max(1, line - 1);
  }

  @Override
  public int read() {
    if (at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at++);
    if (c == '\n') {
      line++;
      skipEmptyLines();
    }
    return c;
  }

  /** Empty lines mean nothing, but the parser stumbles over them. */
  private void skipEmptyLines() {
    while (text.startsWith("\n", at) || text.startsWith("\r\n", at)) {
      at = text.indexOf('\n', at) + 1;
      line++;
    }
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
