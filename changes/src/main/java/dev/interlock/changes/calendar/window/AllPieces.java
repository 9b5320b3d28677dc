package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps every piece. */
final class AllPieces implements Pieces {

  private final List<Piece> pieces = new ArrayList<>();

  /** The pieces, the one that ends last in front; those of one end in the order they came. */
  List<Piece> longestFirst() {
    pieces.sort(Comparator.comparingLong(Piece::until).reversed());
    return pieces;
  }

  @Override
  public void add(Piece piece) {
    pieces.add(piece);
  }

  @Override
  public boolean wants(Kind kind, long until) {
    return true;
  }
}
