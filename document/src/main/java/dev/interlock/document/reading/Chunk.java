package dev.interlock.document.reading;

import dev.interlock.document.Limits;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.Reader;

/**
 * The characters of one YAML document out of a stream of many, cut before each line that begins
 * with {@code ---}: YAML allows those three characters there nowhere else (section 9.1.2). So a
 * broken document does not hide the ones after it. Watches the characters as they pass: lines,
 * characters that no text has, template braces, and limits.
 */
final class Chunk extends Reader {

  private static final int LARGEST = 1 << 14;

  /** What must fit in at least: a marker, and the characters that are kept back before one. */
  private static final int SMALLEST = 16;

  private final Reader in;
  private final String file;
  private final Limits limits;
  private final char[] buffer;
  private int from;
  private int to;
  private boolean ended;

  private int line = 1;
  private int column = 1;
  private int firstLine = 1;
  private char last = '\n';
  private char first;
  private boolean content;
  private boolean cut = true;
  private boolean braces;
  private boolean skipping;
  private long sinceHandOver;

  /**
   * Nothing is read yet.
   *
   * @param expected characters there are at least: a small text takes little memory
   */
  Chunk(Reader in, String file, Limits limits, int expected) {
    this.buffer = new char[Math.clamp(2L * expected, SMALLEST, LARGEST)];
    this.in = in;
    this.file = file;
    this.limits = limits;
  }

  /** Goes on to the next document, past what is left of this one; false at the end. */
  boolean next() {
    // What was refused once is not reported again while the rest of it passes.
    skipping = true;
    char[] waste = new char[1024];
    int passed = 0;
    while (!cut && passed >= 0) {
      passed = read(waste, 0, waste.length);
    }
    skipping = false;
    cut = false;
    content = false;
    braces = false;
    sinceHandOver = 0;
    firstLine = line;
    return !isEnd();
  }

  /** The line of the file on which this document begins, 1-based. */
  int firstLine() {
    return firstLine;
  }

  /** True when two opening braces in a row were seen so far in this document. */
  boolean sawBraces() {
    return braces;
  }

  /** A part was handed over and can be forgotten: the limit of one piece begins anew. */
  void handedOver() {
    sinceHandOver = 0;
  }

  SourceRef here() {
    return new SourceRef(file, line, column);
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (cut || (from + 4 > to && !fill() && from == to)) {
      return -1;
    }
    // Near the end of the buffer stop early, so that a marker is always seen whole.
    int end = Math.min(ended ? to : to - 3, from + length);
    int start = from;
    while (from < end) {
      char c = buffer[from];
      if (column == 1 && content && c == '-' && isMarker('-')) {
        cut = true;
        break;
      }
      pass(c);
      from++;
    }
    int count = from - start;
    System.arraycopy(buffer, start, target, offset, count);
    sinceHandOver += count;
    if (sinceHandOver > limits.pieceChars() && !skipping) {
      throw new Refused(Problem.TOO_LARGE.at(here(), tooLarge()));
    }
    return count == 0 ? -1 : count;
  }

  private String tooLarge() {
    return "this document has more than " + limits.pieceChars() + " characters, the most allowed";
  }

  private boolean isEnd() {
    return from == to && !fill();
  }

  private void pass(char c) {
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      line++;
      column = 1;
      last = c;
      return;
    }
    if (!skipping && isBad(c)) {
      throw new Refused(bad(c));
    }
    if (column == 1) {
      first = c;
      content &= !(c == '.' && isMarker('.'));
    }
    if (c == '{' && last == '{') {
      braces = true;
    }
    if (first != '#' && first != '%' && first != '.' && c > ' ') {
      content = true;
    }
    last = c;
    if (!Character.isLowSurrogate(c)) {
      column++;
    }
  }

  private Diagnostic bad(char c) {
    if (c == Encodings.NOT_TEXT) {
      return Problem.BAD_ENCODING.at(here(), "these bytes are no valid text in UTF-8 or UTF-16");
    }
    String name = String.format("U+%04X", (int) c);
    return Problem.BAD_CHARACTER.at(here(), "the character " + name + " is not allowed in a text");
  }

  private boolean isBad(char c) {
    return c < ' ' ? c != '\t' && c != '\r' : c >= 0x7F && !isText(c);
  }

  private boolean isText(char c) {
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
          ? Character.isLowSurrogate(peek())
          : Character.isHighSurrogate(last);
    }
    return c == 0x85 || (c >= 0xA0 && c <= 0xFFFD);
  }

  private char peek() {
    return from + 1 < to ? buffer[from + 1] : '\n';
  }

  /** A line of just {@code ---} or {@code ...}, perhaps with text after a space, begins here. */
  private boolean isMarker(char c) {
    return from + 2 < to
        && buffer[from] == c
        && buffer[from + 1] == c
        && buffer[from + 2] == c
        && (from + 3 >= to || buffer[from + 3] <= ' ');
  }

  /** Moves what is left to the front and reads on; false when nothing came. */
  private boolean fill() {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    while (to < 4) {
      int count = more();
      if (count < 0) {
        ended = true;
        return to > 0;
      }
      to += count;
    }
    return true;
  }

  private int more() {
    try {
      return in.read(buffer, to, buffer.length - to);
    } catch (IOException e) {
      throw new Stopped(e);
    }
  }

  @Override
  public void close() {}
}
