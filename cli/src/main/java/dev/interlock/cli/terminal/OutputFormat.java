package dev.interlock.cli.terminal;

/** How commands print results that only people and programs read. */
public enum OutputFormat {
  TEXT,
  JSON
}
