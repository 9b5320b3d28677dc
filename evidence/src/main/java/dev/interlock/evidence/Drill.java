package dev.interlock.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A real restore was run and verified.
 *
 * @param environment whose backup was restored
 * @param backup what was restored
 * @param verified every check of the restored system passed
 * @param processes what was measured for each business process
 * @param at when the drill ended
 */
public record Drill(
    String environment, String backup, boolean verified, List<Measured> processes, Instant at)
    implements Predicate {

  public Drill {
    processes = List.copyOf(processes);
  }

  /**
   * One process.
   *
   * @param process name of the BusinessProcess
   * @param rto from start of the restore until the process worked again
   * @param rpo age of the newest work that came back, at the moment of the assumed loss
   */
  public record Measured(String process, Duration rto, Duration rpo) {}
}
