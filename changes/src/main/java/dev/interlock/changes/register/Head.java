package dev.interlock.changes.register;

import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterRefused;

/**
 * Where a change stands, as far as the next event depends on it.
 *
 * @param version from 1; 0 when there is no such change
 * @param closed withdrawn or carried out
 */
record Head(int version, boolean closed) {

  static final Head NONE = new Head(0, false);

  /** The version after the event; refuses an event that does not fit. */
  int after(RegisterEvent event, int seen) {
    return switch (event) {
      case RegisterEvent.Filed filed -> file(filed);
      case RegisterEvent.Revised _ -> require(event, seen) + 1;
      case RegisterEvent.EvidenceReceived received when received.change() == null -> 0;
      case RegisterEvent.EvidenceReceived _,
          RegisterEvent.Decided _,
          RegisterEvent.Withdrawn _,
          RegisterEvent.CarriedOut _ ->
          require(event, seen);
    };
  }

  private int file(RegisterEvent.Filed filed) {
    if (version > 0) {
      throw new RegisterRefused(
          RegisterCode.FILED_ALREADY,
          "a change named "
              + filed.change()
              + " is filed already; revise it, or give another name");
    }
    return 1;
  }

  private int require(RegisterEvent event, int seen) {
    if (version == 0) {
      throw new RegisterRefused(
          RegisterCode.NO_SUCH_CHANGE, "there is no change named " + event.change());
    }
    if (closed) {
      throw new RegisterRefused(
          RegisterCode.CLOSED,
          event.change() + " was withdrawn or carried out; nothing more can happen to it");
    }
    if (seen != version) {
      throw new RegisterRefused(
          RegisterCode.STALE,
          "you have seen version "
              + seen
              + " of "
              + event.change()
              + "; it is now version "
              + version
              + ": read it again");
    }
    return version;
  }
}
