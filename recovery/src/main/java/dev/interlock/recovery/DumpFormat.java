package dev.interlock.recovery;

/** The form in which pg_dump writes a database. */
public enum DumpFormat {
  /** One stream, by one process. */
  CUSTOM,
  /** A file for each table, several tables at a time. */
  DIRECTORY
}
