package dev.interlock.recovery;

import java.time.Duration;

/** Until when a store itself refuses to remove objects, whoever asks. */
public sealed interface StoreLock {

  /** Until the time that each object was stored with. */
  record OfEach() implements StoreLock {}

  /**
   * Until each object has an age.
   *
   * @param age since it was stored
   * @param fixed false while somebody may shorten or end it
   */
  record OfAll(Duration age, boolean fixed) implements StoreLock {}

  /**
   * It does not refuse, though such stores can.
   *
   * @param why in words
   */
  record Missing(String why) implements StoreLock {}

  /** Nobody can tell. */
  record Unknown(StoreRules.Doubt doubt) implements StoreLock {}

  /** Such stores can't: Interlock alone keeps to the times. */
  record OfNobody() implements StoreLock {}
}
