package dev.interlock.changes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the gate.
 *
 * @param outcome go, wait or stop
 * @param tier the risk tier the change was judged in
 * @param at the instant it was judged for
 * @param notBefore when a waiting change may go: the calendar instant; null while people are
 *     pending
 * @param expires when the decision stops counting and the gate must be asked again
 * @param contacts all of them, in the order of the rung
 */
public record Decision(
    Outcome outcome,
    String tier,
    Instant at,
    @Nullable Instant notBefore,
    Instant expires,
    List<Contact> contacts) {

  public Decision {
    contacts = List.copyOf(contacts);
  }

  /** What may happen. */
  public enum Outcome {
    GO,
    WAIT,
    STOP;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
