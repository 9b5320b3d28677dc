package dev.interlock.guardrails.azurepolicy.alias;

import java.util.Locale;

/** Aliases, types and API versions are the same in every letter case. */
final class Casing {

  private Casing() {}

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
