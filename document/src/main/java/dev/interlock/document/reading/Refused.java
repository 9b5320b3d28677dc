package dev.interlock.document.reading;

import dev.interlock.finding.Diagnostic;

/** Ends the reading of one document; never leaves this package. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  Refused(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
