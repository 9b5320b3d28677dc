package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Closures that are put into words when they are looked at: of many, most answers show the first.
 */
final class Closures extends AbstractList<Closure> implements RandomAccess {

  private final List<Piece> pieces;

  /**
   * The closures of pieces.
   *
   * @param pieces that nobody changes any more
   */
  Closures(List<Piece> pieces) {
    this.pieces = pieces;
  }

  @Override
  public Closure get(int index) {
    return pieces.get(index).closure();
  }

  @Override
  public int size() {
    return pieces.size();
  }
}
