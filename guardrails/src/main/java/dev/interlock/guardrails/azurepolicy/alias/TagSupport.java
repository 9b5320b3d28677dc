package dev.interlock.guardrails.azurepolicy.alias;

/** Whether resources of a type have tags and a location, which mode Indexed asks for. */
public enum TagSupport {
  /** They have both. */
  YES,
  /** They lack one. */
  NO,
  /** The table does not know the type. */
  UNKNOWN
}
