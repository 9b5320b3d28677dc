package dev.interlock.recovery;

import java.io.IOException;

/**
 * A damage that is done to a stored backup.
 *
 * @param caughtBy the check that tells it
 */
record StoreDamage(String name, String caughtBy, Deed deed) {

  interface Deed {
    void to(DumpStore store) throws IOException;
  }

  @Override
  public String toString() {
    return name;
  }
}
