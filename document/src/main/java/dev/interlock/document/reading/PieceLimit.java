package dev.interlock.document.reading;

import dev.interlock.finding.SourceRef;

/** Counts the characters since something was handed over last, and refuses too many. */
final class PieceLimit {

  private final String file;
  private final int most;
  private long count;

  PieceLimit(String file, int most) {
    this.file = file;
    this.most = most;
  }

  void passed(int chars) {
    count += chars;
    if (count > most) {
      String message = "one document or list element has more than " + most + " characters";
      throw new Refused(Problem.TOO_LARGE.at(SourceRef.file(file), message));
    }
  }

  void reset() {
    count = 0;
  }
}
