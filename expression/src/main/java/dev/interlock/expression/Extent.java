package dev.interlock.expression;

import java.util.List;

/**
 * What is worth knowing of an array or object without walking through it: the same value may stand
 * in it many times over, so that a small program makes what takes for ever to walk through.
 *
 * @param known see {@link Value#isKnown}
 * @param secret see {@link Value#isSecret}
 * @param depth see {@link Value#depth}
 * @param weight see {@link Value#weight}
 */
record Extent(boolean known, boolean secret, int depth, long weight) {

  /** Weights above are all the same: far too much. */
  private static final long MOST = Long.MAX_VALUE / 4;

  static Extent of(List<? extends Value> values) {
    boolean known = true;
    boolean secret = false;
    int depth = 0;
    long weight = 2;
    for (Value value : values) {
      known &= value.isKnown();
      secret |= value.isSecret();
      depth = Math.max(depth, value.depth());
      weight = Math.min(MOST, weight + value.weight() + 1);
    }
    return new Extent(known, secret, depth + 1, weight);
  }
}
