package dev.interlock.changes.contact;

import java.util.Locale;

/** The contacts in the order of the rung. */
public enum ContactName {
  RULES,
  WINDOW,
  APPROVALS,
  SEGREGATION,
  WAY_BACK,
  PROMOTION,
  INCIDENTS,
  MONEY;

  /** The word used in policies and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * True when a tier's policy may do without it. Rules, approvals and segregation always hold, and
   * an emergency must be one: its incident is always looked up.
   */
  public boolean waivable(boolean emergency) {
    return switch (this) {
      case RULES, APPROVALS, SEGREGATION -> false;
      case INCIDENTS -> !emergency;
      case WINDOW, WAY_BACK, PROMOTION, MONEY -> true;
    };
  }
}
