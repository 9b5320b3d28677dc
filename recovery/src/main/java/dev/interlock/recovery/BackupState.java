package dev.interlock.recovery;

/** What is known of a backup without reading its parts. */
public enum BackupState {
  /** Manifest and parts are there; sizes are right. */
  FINISHED,
  /** The manifest is good, but parts are missing or have another size. */
  DAMAGED,
  /** There is no manifest: it is being made, or whoever made or removed it was stopped. */
  UNFINISHED,
  /** There is a manifest, but nobody can tell what it says. */
  UNREADABLE
}
