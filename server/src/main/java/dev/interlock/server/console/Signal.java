package dev.interlock.server.console;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision.Outcome;
import java.util.Locale;

/** The few colours of the house. Each has a word and a sign, so that none rests on colour alone. */
public enum Signal {
  /** Current flows. */
  GOOD("●"),
  /** Time or a person still to act. */
  WAIT("◐"),
  /** It can't go on as things are. */
  BAD("▲"),
  /** Nobody knows. */
  UNKNOWN("?");

  private final String sign;

  Signal(String sign) {
    this.sign = sign;
  }

  /** The sign that stands beside the word. */
  public String sign() {
    return sign;
  }

  /** The name of its style. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it says of a contact, in a word. */
  public String state() {
    return switch (this) {
      case GOOD -> Contact.State.CLOSED.word();
      case WAIT -> Contact.State.PENDING.word();
      case BAD -> Contact.State.OPEN.word();
      case UNKNOWN -> Contact.State.UNKNOWN.word();
    };
  }

  /** Of a contact. */
  public static Signal of(Contact.State state) {
    return switch (state) {
      case CLOSED -> GOOD;
      case PENDING -> WAIT;
      case OPEN -> BAD;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Of a decision. */
  public static Signal of(Outcome outcome) {
    return switch (outcome) {
      case GO -> GOOD;
      case WAIT -> WAIT;
      case STOP -> BAD;
    };
  }

  /** Of a decision, by its word. */
  public static Signal ofOutcome(String word) {
    return switch (word) {
      case "go" -> GOOD;
      case "wait" -> WAIT;
      case "stop" -> BAD;
      default -> UNKNOWN;
    };
  }

  /** Of a contact, by the word of its state. */
  public static Signal ofState(String word) {
    return switch (word) {
      case "closed" -> GOOD;
      case "pending" -> WAIT;
      case "open" -> BAD;
      default -> UNKNOWN;
    };
  }
}
