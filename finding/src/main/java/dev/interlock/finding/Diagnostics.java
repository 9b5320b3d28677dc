package dev.interlock.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an input. Not safe for use by several threads. */
public final class Diagnostics {

  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds one. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds all. */
  public void addAll(Collection<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** True when at least one is an error. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** All of them, ordered by file, line and column. */
  public List<Diagnostic> sorted() {
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    return found.stream().sorted(ByPlace.ORDER).toList();
  }

  /** Made when there is something to order, not when the program starts. */
  private static final class ByPlace {
    static final Comparator<Diagnostic> ORDER =
        Comparator.comparing((Diagnostic d) -> d.source().file())
            .thenComparingInt(d -> d.source().line())
            .thenComparingInt(d -> d.source().column())
            .thenComparing(Diagnostic::code);
  }
}
