package dev.interlock.cli.gate;

import dev.interlock.changes.Contact.State;

/**
 * The characters a rung is drawn with. A heavy wire carries current, a light one does not; a closed
 * contact is bridged, an open one gapped, so that nothing depends on colour.
 *
 * @param live wire that carries current
 * @param dead wire that does not
 * @param liveLeft left side of a contact with current
 * @param liveRight right side of a contact with current
 * @param deadLeft left side of a contact without
 * @param deadRight right side of a contact without
 * @param rail the power rail at both ends
 * @param waiting inside a pending contact
 * @param onward where the rung goes on in the next row
 */
record Ink(
    char live,
    char dead,
    char liveLeft,
    char liveRight,
    char deadLeft,
    char deadRight,
    char rail,
    char waiting,
    char onward) {

  static final Ink BOX = new Ink('━', '─', '┫', '┣', '┤', '├', '║', '…', '»');
  static final Ink ASCII = new Ink('=', '-', '[', ']', '[', ']', '|', '.', '>');

  /** The wire. */
  char wire(boolean current) {
    return current ? live : dead;
  }

  /** A contact that current reaches, or not. */
  String contact(State state, boolean current) {
    boolean flows = current && state == State.CLOSED;
    char inside =
        switch (state) {
          case CLOSED -> wire(flows);
          case PENDING -> waiting;
          case OPEN -> ' ';
          case UNKNOWN -> '?';
        };
    return "" + (current ? liveLeft : deadLeft) + inside + (flows ? liveRight : deadRight);
  }
}
