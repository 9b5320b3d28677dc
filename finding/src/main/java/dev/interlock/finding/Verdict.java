package dev.interlock.finding;

/** What judging one subject under one rule came to. Unknown is never a pass. */
public sealed interface Verdict {

  /** The rule holds. */
  record Pass() implements Verdict {}

  /**
   * The rule is broken.
   *
   * @param reason why, in a plain sentence
   */
  record Fail(String reason) implements Verdict {}

  /**
   * The rule could not be judged: a fact is missing or unreadable.
   *
   * @param reason which fact, in a plain sentence
   */
  record Unknown(String reason) implements Verdict {}

  /** {@code pass}, {@code fail} or {@code unknown}: the outcome in JSON. */
  default String word() {
    return switch (this) {
      case Pass _ -> "pass";
      case Fail _ -> "fail";
      case Unknown _ -> "unknown";
    };
  }
}
