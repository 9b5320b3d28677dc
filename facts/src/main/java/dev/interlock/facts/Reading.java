package dev.interlock.facts;

import dev.interlock.finding.Diagnostic;
import java.util.List;

/**
 * How reading one input went. What could not be read is unknown, so a partial reading never lets a
 * rule pass.
 */
public sealed interface Reading {

  /** How many resources were handed over. */
  long resources();

  /** Everything was read. */
  record Complete(long resources, List<Diagnostic> warnings) implements Reading {}

  /** Some of it was read. */
  record Partial(long resources, List<Diagnostic> problems) implements Reading {}

  /** Nothing was read. */
  record Unreadable(List<Diagnostic> problems) implements Reading {
    @Override
    public long resources() {
      return 0;
    }
  }
}
