package dev.interlock.evidence;

import java.time.Instant;
import java.util.List;

/**
 * The state of an incident. The newest statement about an id holds.
 *
 * @param id in the system that keeps incidents
 * @param environment where it is
 * @param title what is wrong
 * @param status open or resolved
 * @param forbidsChanges changes must wait until it is resolved
 * @param permits names of changes that may go out to fix it
 */
public record Incident(
    String id,
    String environment,
    String title,
    Status status,
    boolean forbidsChanges,
    List<String> permits,
    Instant at)
    implements Predicate {

  public Incident {
    permits = List.copyOf(permits);
  }

  /** Whether it still hurts. */
  public enum Status {
    OPEN,
    RESOLVED
  }
}
