package dev.interlock.changes;

import dev.interlock.finding.Diagnostic;
import java.util.Collections;
import java.util.List;

/** Whether a slot is free. */
public sealed interface WindowAnswer {

  /** Every calendar that has a say lets the whole slot pass. */
  record Free() implements WindowAnswer {}

  /**
   * Something forbids part of the slot.
   *
   * @param closures everything that does, the one that ends last first
   */
  record Closed(List<Closure> closures) implements WindowAnswer {
    public Closed {
      // Not copied: a list that works its elements out stays lazy.
      closures = Collections.unmodifiableList(closures);
    }
  }

  /**
   * A calendar that has a say can't be read, so nobody knows.
   *
   * @param problems why, with file and line
   * @param closures what is known to forbid it all the same
   */
  record Unknown(List<Diagnostic> problems, List<Closure> closures) implements WindowAnswer {
    public Unknown {
      problems = List.copyOf(problems);
      closures = List.copyOf(closures);
    }
  }
}
