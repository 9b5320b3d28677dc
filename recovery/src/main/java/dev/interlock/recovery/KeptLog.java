package dev.interlock.recovery;

import dev.interlock.evidence.Backup.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The log of a server in the catalogue of another tool.
 *
 * @param files when each file was archived, by its name; histories of timelines too
 * @param gone names of files that the tool should have and that are not there
 * @param branches where courses of history branched off
 */
public record KeptLog(Map<String, Instant> files, List<String> gone, List<Branch> branches) {

  /** No log at all. */
  public static final KeptLog NONE = new KeptLog(Map.of(), List.of(), List.of());

  public KeptLog {
    files = Map.copyOf(files);
    gone = List.copyOf(gone);
    branches = List.copyOf(branches);
  }
}
