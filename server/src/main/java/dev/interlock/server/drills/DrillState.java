package dev.interlock.server.drills;

import java.util.Arrays;
import java.util.Locale;

/** Where a drill stands. */
public enum DrillState {
  /** Somebody asked for it. */
  WANTED,
  /** A server works on it. */
  RUNNING,
  /** It ended with signed evidence, good or bad. */
  DONE,
  /** It could not be done; nothing is known of the backup. */
  FAILED,
  /** The server that worked on it ended before it did. */
  CUT_OFF;

  /** The word in the database and for programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state with that word. */
  static DrillState ofWord(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst().orElseThrow();
  }
}
