package dev.interlock.guardrails.load;

import dev.interlock.finding.SourceRef;
import java.util.Arrays;

/** The text of a file by line and column, both counted from 1, columns in Unicode code points. */
final class SourceText {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String file;
  private final int[] points;
  private final int[] lineStarts;

  SourceText(String file, String text) {
    this.file = file;
    int[] all = text.codePoints().toArray();
    this.points =
        all.length > 0 && all[0] == BYTE_ORDER_MARK ? Arrays.copyOfRange(all, 1, all.length) : all;
    this.lineStarts = lineStarts(points);
  }

  /** The code point at an index, or -1 behind the end. */
  int at(int index) {
    return index < points.length ? points[index] : -1;
  }

  /** The index of a line and column. */
  int index(int line, int column) {
    return line < 1 || line > lineStarts.length
        ? points.length
        : Math.min(points.length, lineStarts[line - 1] + column - 1);
  }

  /** The line and column of an index. */
  SourceRef place(int index) {
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    return new SourceRef(file, line + 1, index - lineStarts[line] + 1);
  }

  /** The index at which the next line begins. */
  int nextLine(int index) {
    int i = index;
    while (i < points.length && points[i] != '\n') {
      i++;
    }
    return Math.min(points.length, i + 1);
  }

  private static int[] lineStarts(int[] points) {
    int[] starts = new int[1 + (int) Arrays.stream(points).filter(p -> p == '\n').count()];
    int line = 0;
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\n') {
        starts[++line] = i + 1;
      }
    }
    return starts;
  }
}
