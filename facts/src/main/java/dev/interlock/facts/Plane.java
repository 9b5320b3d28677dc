package dev.interlock.facts;

import java.util.Locale;

/** Where a resource lives. */
public enum Plane {
  AZURE,
  KUBERNETES,
  IMAGE,
  DATABASE,
  CACHE,
  INGRESS,
  BACKUP,
  IDENTITY;

  /** The lower-case word used in controls and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
