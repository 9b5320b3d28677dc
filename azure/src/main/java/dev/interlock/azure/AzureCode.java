package dev.interlock.azure;

/**
 * Every way in which asking Azure fails, with its permanent code; a retired code is never used
 * again. The page {@code docs/diagnostics.md} lists them.
 */
public enum AzureCode {
  /** Nobody could sign in. */
  NOT_SIGNED_IN("AZR001"),
  /** Azure does not let this identity ask, or not ask this. */
  REFUSED("AZR002"),
  /** Azure can't be reached, or its answer is none. */
  UNREACHABLE("AZR003"),
  /** Azure asked to wait more often than is patient. */
  THROTTLED("AZR004"),
  /** The answer is not all there is. */
  INCOMPLETE("AZR005"),
  /** Azure answered that it failed. */
  FAILED("AZR006");

  private final String code;

  AzureCode(String code) {
    this.code = code;
  }

  /** The permanent code, such as {@code AZR001}. */
  public String code() {
    return code;
  }
}
