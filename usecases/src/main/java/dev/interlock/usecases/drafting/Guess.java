package dev.interlock.usecases.drafting;

/**
 * A value of the draft.
 *
 * @param value as it is written
 * @param because why it was guessed; empty when it is known
 */
record Guess(String value, String because) {

  static Guess known(String value) {
    return new Guess(value, "");
  }

  boolean isGuess() {
    return !because.isEmpty();
  }

  /** The value as YAML, with the mark that tells a guess from what is known. */
  String yaml() {
    String written = Words.quoted(value);
    return isGuess() ? written + "  # guess: because " + Words.oneLine(because) : written;
  }
}
