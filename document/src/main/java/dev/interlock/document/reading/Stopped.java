package dev.interlock.document.reading;

import java.io.IOException;

/** Carries the failure of a file through the parser, which knows only its own exceptions. */
final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final IOException failure;

  Stopped(IOException failure) {
    super(failure.getMessage(), failure, false, false);
    this.failure = failure;
  }

  IOException failure() {
    return failure;
  }
}
