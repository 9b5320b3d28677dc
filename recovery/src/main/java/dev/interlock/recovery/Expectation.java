package dev.interlock.recovery;

import java.util.Optional;

/**
 * What the answer to a question in SQL must be.
 *
 * @param kind what is looked at
 * @param value what the only value must be; empty unless the kind is {@link Kind#EQUALS}
 */
public record Expectation(Kind kind, String value) {

  private static final String EQUALS = "equals ";

  /** What is looked at. */
  public enum Kind {
    /** No row comes back. */
    NO_ROWS,
    /** At least one row comes back. */
    ROWS,
    /** The only value is 0. */
    ZERO,
    /** The only value is a given one. */
    EQUALS
  }

  /** Reads {@code no-rows}, {@code rows}, {@code zero} or {@code equals VALUE}. */
  public static Optional<Expectation> parse(String text) {
    if (text.startsWith(EQUALS)) {
      return Optional.of(new Expectation(Kind.EQUALS, text.substring(EQUALS.length()).strip()));
    }
    return switch (text) {
      case "no-rows" -> Optional.of(new Expectation(Kind.NO_ROWS, ""));
      case "rows" -> Optional.of(new Expectation(Kind.ROWS, ""));
      case "zero" -> Optional.of(new Expectation(Kind.ZERO, "0"));
      default -> Optional.empty();
    };
  }

  /** As it is written. */
  @Override
  public String toString() {
    return switch (kind) {
      case NO_ROWS -> "no-rows";
      case ROWS -> "rows";
      case ZERO -> "zero";
      case EQUALS -> EQUALS + value;
    };
  }
}
