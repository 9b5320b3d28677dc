package dev.interlock.document.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.function.IntConsumer;

/**
 * The characters of a JSON text on their way to the parser. The parser counts UTF-16 units; this
 * keeps in mind where pairs of them stand for one character, so that columns can be put right.
 */
final class JsonText extends Reader {

  private final Reader in;
  private final IntConsumer passed;
  private long[] pairs = new long[16];
  private int from;
  private int to;
  private long offset;
  private long lineStart = -1;
  private int pairsInLine;
  private boolean notText;

  /** A text that tells how many characters passed. */
  JsonText(Reader in, IntConsumer passed) {
    this.in = in;
    this.passed = passed;
  }

  /** True when bytes that are no text went by. */
  boolean sawNotText() {
    return notText;
  }

  @Override
  public int read(char[] target, int start, int length) {
    int count;
    try {
      count = in.read(target, start, length);
    } catch (IOException e) {
      throw new Stopped(e);
    }
    for (int i = start; i < start + count; i++) {
      char c = target[i];
      if (c >= 0xD800) {
        note(c, offset + i - start);
      }
    }
    offset += Math.max(count, 0);
    passed.accept(Math.max(count, 0));
    return count;
  }

  private void note(char c, long at) {
    notText |= c == Encodings.NOT_TEXT;
    if (!Character.isLowSurrogate(c)) {
      return;
    }
    if (to == pairs.length) {
      long[] target = from > to / 2 ? pairs : new long[pairs.length * 2];
      System.arraycopy(pairs, from, target, 0, to - from);
      pairs = target;
      to -= from;
      from = 0;
    }
    pairs[to++] = at;
  }

  /** The column in code points of a place; places must be asked for in order. */
  int column(long place, int unitColumn) {
    long start = place - unitColumn;
    if (start != lineStart) {
      lineStart = start;
      pairsInLine = 0;
      while (from < to && pairs[from] <= start) {
        from++;
      }
    }
    while (from < to && pairs[from] < place) {
      from++;
      pairsInLine++;
    }
    return unitColumn - pairsInLine;
  }

  @Override
  public void close() {}
}
