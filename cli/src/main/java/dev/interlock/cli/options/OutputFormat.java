package dev.interlock.cli.options;

/** How commands print results that only people and programs read. */
public enum OutputFormat {
  TEXT,
  JSON
}
