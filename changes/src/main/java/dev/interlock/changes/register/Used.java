package dev.interlock.changes.register;

import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;

/**
 * An event whose author named a key.
 *
 * @param fingerprint of the request that it came from
 */
record Used(String fingerprint, RecordedEvent event) {

  /** The event, for the same request sent again. */
  RecordedEvent event(NewEvent.Retry retry) {
    if (!fingerprint.equals(retry.fingerprint())) {
      throw new RegisterRefused(
          RegisterCode.KEY_REUSED,
          "this idempotency key was used for something else; choose a new one");
    }
    return event;
  }
}
