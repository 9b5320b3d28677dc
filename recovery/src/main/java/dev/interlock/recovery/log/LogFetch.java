package dev.interlock.recovery.log;

import dev.interlock.recovery.postgres.physical.WalScan;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.util.List;

/**
 * Brings a log to where a server recovers from it, file after file, and reads every record of it on
 * the way.
 */
public interface LogFetch {

  /** Fetches the histories of timelines. */
  void histories();

  /** Fetches a file of the log; false when it is wrong, or no more is needed. */
  boolean segment(WalSegment name);

  /** What is wrong with files, each by its name; empty when nothing is. */
  List<String> wrong();

  /** How many files of the log were fetched. */
  int files();

  /** What was read in them. */
  WalScan scan();
}
