package dev.interlock.cli.command;

/** How commands print results that only people and programs read. */
enum OutputFormat {
  TEXT,
  JSON
}
