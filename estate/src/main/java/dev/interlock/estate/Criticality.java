package dev.interlock.estate;

/** How much the business depends on it, least first. */
public enum Criticality {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
