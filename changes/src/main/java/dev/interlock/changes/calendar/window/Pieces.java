package dev.interlock.changes.calendar.window;

import dev.interlock.changes.Closure.Kind;

/** Takes the pieces that a slot meets. */
interface Pieces {

  /** One piece. */
  void add(Piece piece);

  /**
   * False when a piece of this kind that ends at an instant, in epoch seconds, or before it is of
   * no use: no need to look how much of it an ALLOW lifts.
   */
  boolean wants(Kind kind, long until);
}
