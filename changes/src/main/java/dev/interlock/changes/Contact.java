package dev.interlock.changes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One condition of the gate.
 *
 * @param name rules, window, approvals, segregation, way-back, promotion, incidents or money
 * @param state whether current flows
 * @param reason why, in words a plant manager understands
 * @param closesAt the instant a pending contact closes by itself; null when a person must act
 * @param evidence what it rests on: envelope digests, files, calendars
 */
public record Contact(
    String name, State state, String reason, @Nullable Instant closesAt, List<String> evidence) {

  public Contact {
    evidence = List.copyOf(evidence);
  }

  /** Whether current flows through a contact. */
  public enum State {
    /** It holds. */
    CLOSED,
    /** Time, or a person still to act, can close it. */
    PENDING,
    /** It can't close as things are. */
    OPEN,
    /** Its evidence is missing, stale, unreadable or not signed by a key trusted for it. */
    UNKNOWN;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
