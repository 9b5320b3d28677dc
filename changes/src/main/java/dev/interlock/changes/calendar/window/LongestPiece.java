package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure.Kind;
import org.jspecify.annotations.Nullable;

/** Keeps the piece that outlasts the others. */
final class LongestPiece implements Pieces {

  private @Nullable Piece found;

  /** The piece; null when there was none. */
  @Nullable Piece found() {
    return found;
  }

  @Override
  public void add(Piece piece) {
    if (piece.outlasts(found)) {
      found = piece;
    }
  }

  @Override
  public boolean wants(Kind kind, long until) {
    return found == null || Piece.outlasts(kind, until, found);
  }
}
