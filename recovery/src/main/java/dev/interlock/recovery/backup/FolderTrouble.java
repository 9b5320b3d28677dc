package dev.interlock.recovery.backup;

import java.nio.file.Path;

/**
 * What helps where a dump by tables fails and one in a stream would not have.
 *
 * @param places where such dumps lie until they are stored
 */
record FolderTrouble(Path places) {

  /** A further line for what pg_dump said; empty when it spoke of something else. */
  String hint(String said) {
    if (said.contains("No space left on device") || said.contains("quota exceeded")) {
      return "\n  in this format the dump lies in "
          + places
          + " until it is stored: make room there or name another place";
    }
    if (said.contains("could not obtain lock on relation")) {
      return "\n  somebody wants to alter, empty or drop this table, and in this format pg_dump does"
          + " not wait: make the backup when nobody does";
    }
    return "";
  }
}
