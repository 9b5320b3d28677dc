package dev.interlock.server.security.events;

/** What people do can't be kept at the moment; nothing may be done that must be kept. */
public final class EventsBusy extends RuntimeException {

  /** Nothing can be kept now. */
  public EventsBusy() {
    super("what people do cannot be recorded at the moment");
  }
}
