package dev.interlock.server.security.events;

/** Takes what people did and keeps it for good. */
public interface SecurityEvents {

  /**
   * Keeps it. Returns before it is on durable storage, but takes no more than can be written soon.
   *
   * @throws EventsBusy when there is no room: then what was asked must not be done
   */
  void record(SecurityEvent event);

  /** Waits until everything that was taken so far is on durable storage. */
  void flush();
}
