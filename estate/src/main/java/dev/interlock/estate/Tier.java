package dev.interlock.estate;

/** What an environment is for, in the order in which an artifact is promoted. */
public enum Tier {
  DEV,
  TEST,
  STAGING,
  PRODUCTION,
  DISASTER_RECOVERY
}
