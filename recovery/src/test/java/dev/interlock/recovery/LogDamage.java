package dev.interlock.recovery;

import java.io.IOException;

/**
 * A damage that is done to a base backup or its log.
 *
 * @param caughtBy the check that tells it; empty where nothing is wrong
 */
record LogDamage(String name, String caughtBy, Deed deed) {

  interface Deed {
    /** Returns what a drill must tell; empty for nothing in particular. */
    String to(LogStore log) throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }
}
