package dev.interlock.facts;

import dev.interlock.finding.Diagnostic;
import java.util.List;

/**
 * How reading went. What could not be read is unknown, so a partial reading never lets a rule pass.
 */
public sealed interface Reading {

  /** How many resources were handed over. */
  long resources();

  /** How many files were left out because they are of no kind that is read here. */
  long skipped();

  /** What is wrong, ordered by place; only warnings when everything was read. */
  List<Diagnostic> diagnostics();

  /** What was told beside the resources. */
  Aside aside();

  /** The reading that these results amount to. */
  static Reading of(long resources, long skipped, List<Diagnostic> diagnostics, Aside aside) {
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      return new Complete(resources, skipped, diagnostics, aside);
    }
    return resources > 0
        ? new Partial(resources, skipped, diagnostics, aside)
        : new Unreadable(skipped, diagnostics, aside);
  }

  /** Everything was read. */
  record Complete(long resources, long skipped, List<Diagnostic> diagnostics, Aside aside)
      implements Reading {
    public Complete {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Some of it was read. */
  record Partial(long resources, long skipped, List<Diagnostic> diagnostics, Aside aside)
      implements Reading {
    public Partial {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Nothing was read. */
  record Unreadable(long skipped, List<Diagnostic> diagnostics, Aside aside) implements Reading {
    public Unreadable {
      diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public long resources() {
      return 0;
    }
  }
}
