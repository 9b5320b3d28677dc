package dev.interlock.guardrails.azurepolicy.condition;

/** What a condition comes to. What is unknown stays so unless the rest decides without it. */
public enum Truth {
  /** It holds. */
  TRUE,
  /** It does not hold. */
  FALSE,
  /** Nobody can tell: a value, or what a name means, is not known. */
  UNKNOWN;

  /** The truth of a boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The contrary; unknown stays unknown. */
  public Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
