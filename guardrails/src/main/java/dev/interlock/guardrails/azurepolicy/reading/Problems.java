package dev.interlock.guardrails.azurepolicy.reading;

import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What is wrong, and whether the object at hand is still sound. */
public final class Problems {

  private final List<Diagnostic> found = new ArrayList<>();
  private int errors;

  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    if (diagnostic.isError()) {
      errors++;
    }
  }

  /** How many errors there are; an object is sound when reading it adds none. */
  public int errors() {
    return errors;
  }

  public List<Diagnostic> all() {
    return found;
  }
}
