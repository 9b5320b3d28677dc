package dev.interlock.recovery;

import java.io.IOException;

/**
 * A damage that is done to a store of backups.
 *
 * @param <S> what of the store it is done to
 * @param caughtBy the check that tells it; empty where nothing is wrong
 */
record Damage<S>(String name, String caughtBy, Deed<S> deed) {

  interface Deed<S> {
    /** Returns what a drill must tell; empty for nothing in particular. */
    String to(S store) throws IOException;
  }

  /** A damage to the store that is sealed, or to the one that is not. */
  record Planted<S>(boolean isSealed, Damage<S> damage) {
    @Override
    public String toString() {
      return (isSealed ? "sealed: " : "open: ") + damage;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
