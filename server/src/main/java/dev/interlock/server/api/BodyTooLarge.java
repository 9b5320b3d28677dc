package dev.interlock.server.api;

import java.io.IOException;

/** A body is larger than any that a route takes. */
final class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLarge(long most) {
    super("the body is larger than " + (most >> 20) + " MB");
  }
}
