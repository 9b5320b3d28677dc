package dev.interlock.expression.function;

import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Values;
import java.util.Arrays;
import java.util.List;

/** Takes a text apart at delimiters. */
final class Splitter {

  /** More would take long, each being looked for in the whole text. */
  private static final int MOST_DELIMITERS = 100;

  private final String text;
  private final List<String> delimiters;
  private final int[] next;

  Splitter(String text, List<String> delimiters) {
    if (delimiters.size() > MOST_DELIMITERS) {
      throw new ExpressionException(
          "split(): there may be " + MOST_DELIMITERS + " delimiters, not " + delimiters.size());
    }
    this.text = text;
    this.delimiters = delimiters.stream().filter(delimiter -> !delimiter.isEmpty()).toList();
    this.next = new int[this.delimiters.size()];
    Arrays.fill(next, -1);
  }

  /** What is between the delimiters; where several begin, the one named first counts. */
  ArrayValue parts() {
    Gathered parts = new Gathered();
    int from = 0;
    int nearest = nearest(from);
    while (nearest >= 0) {
      parts.add(Values.of(text.substring(from, next[nearest])));
      from = next[nearest] + delimiters.get(nearest).length();
      nearest = nearest(from);
    }
    parts.add(Values.of(text.substring(from)));
    return parts.array();
  }

  private int nearest(int from) {
    int nearest = -1;
    for (int i = 0; i < next.length; i++) {
      if (next[i] < from) {
        int found = Search.first(text, delimiters.get(i), from);
        next[i] = found < 0 ? Integer.MAX_VALUE : found;
      }
      if (next[i] < Integer.MAX_VALUE && (nearest < 0 || next[i] < next[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }
}
