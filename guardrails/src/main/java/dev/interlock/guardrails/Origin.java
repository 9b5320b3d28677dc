package dev.interlock.guardrails;

import java.util.Locale;

/** Where a control comes from. */
public enum Origin {
  /** Shipped with Interlock. */
  SHIPPED,
  /** Declared in the estate. */
  ESTATE,
  /** Named on the command line. */
  GIVEN;

  /** The lower-case word used in listings and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
