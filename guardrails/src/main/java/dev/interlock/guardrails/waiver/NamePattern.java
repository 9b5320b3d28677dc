package dev.interlock.guardrails.waiver;

/** Names of controls as waivers and control sets write them. */
public final class NamePattern {

  private NamePattern() {}

  /** True when the name is the pattern, or begins like a pattern that ends in {@code *}. */
  public static boolean matches(String pattern, String name) {
    return isOpen(pattern)
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  /** True when the pattern can match several names. */
  public static boolean isOpen(String pattern) {
    return pattern.endsWith("*");
  }
}
