package dev.interlock.finding;

import org.jspecify.annotations.Nullable;

/**
 * An input is wrong: collected, never thrown, so that a user sees every mistake at once.
 *
 * @param code permanent and unique, such as {@code EST012}; a retired code is never used again
 * @param level whether the input can still be used
 * @param source where the mistake stands
 * @param message what is wrong and what was expected, one sentence, without the position
 * @param hint what to do about it, or null
 */
public record Diagnostic(
    String code, Level level, SourceRef source, String message, @Nullable String hint) {

  /** An error makes the input unusable (exit code 2); a warning does not. */
  public enum Level {
    ERROR,
    WARNING
  }

  /** An error without a hint. */
  public static Diagnostic error(String code, SourceRef source, String message) {
    return new Diagnostic(code, Level.ERROR, source, message, null);
  }

  /** An error with a hint. */
  public static Diagnostic error(String code, SourceRef source, String message, String hint) {
    return new Diagnostic(code, Level.ERROR, source, message, hint);
  }

  /** A warning without a hint. */
  public static Diagnostic warning(String code, SourceRef source, String message) {
    return new Diagnostic(code, Level.WARNING, source, message, null);
  }

  /** The same diagnostic with a hint. */
  public Diagnostic withHint(@Nullable String newHint) {
    return new Diagnostic(code, level, source, message, newHint);
  }

  /** True when the input cannot be used. */
  public boolean isError() {
    return level == Level.ERROR;
  }

  /** {@code file:line:column: error: message [CODE]}, followed by the hint on a line of its own. */
  public String render() {
    String word = level == Level.ERROR ? "error" : "warning";
    String line = source + ": " + word + ": " + message + " [" + code + "]";
    return hint == null ? line : line + System.lineSeparator() + "  hint: " + hint;
  }
}
