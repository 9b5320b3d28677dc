package dev.interlock.recovery;

import java.util.Locale;

/** What has happened. */
public enum Scenario {
  /** Everything in the environment's region is gone, for days. */
  REGION_LOST,
  /** Somebody encrypted or changed data, and may still be inside. */
  RANSOMWARE,
  /** Somebody deleted or changed what should have stayed; all else works. */
  OPERATOR_ERROR;

  /** As it is written in files and on the command line, such as {@code region-lost}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
