package dev.interlock.server.console;

import dev.interlock.server.drills.Lack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restore drills.
 *
 * @param environments that are drilled or should be, by name
 * @param drillsHere this server was set up to drill something
 * @param said what was done; empty for nothing
 * @param refused why something was not done; empty when it was
 */
public record DrillsPage(
    Shell shell, List<Environment> environments, boolean drillsHere, String said, String refused) {

  public DrillsPage {
    environments = List.copyOf(environments);
  }

  /**
   * An environment.
   *
   * @param name in addresses
   * @param displayName as people know it
   * @param signal what is known of its way back
   * @param headline the same in words
   * @param facts what is planned, and where backups stand
   * @param running the drill that is wanted or under way; null for none
   * @param lacks why this server can't drill it, where it should; null for nothing
   * @param last the newest drill; null when there was none
   * @param before the drills before the last, newest first
   * @param processes its business processes
   * @param startable whoever looks may start a drill here
   */
  public record Environment(
      String name,
      String displayName,
      Signal signal,
      String headline,
      List<Fact> facts,
      @Nullable Running running,
      @Nullable Lack lacks,
      @Nullable Last last,
      List<Past> before,
      List<Promise> processes,
      boolean startable) {

    public Environment {
      facts = List.copyOf(facts);
      before = List.copyOf(before);
      processes = List.copyOf(processes);
    }
  }

  /** Something to know. */
  public record Fact(String word, String text) {}

  /**
   * A drill under way.
   *
   * @param headline what is done and how far it is
   * @param details since when, where, and what its checks found until now
   * @param done percent of the stage; null when nobody knows
   */
  public record Running(String headline, String details, @Nullable Integer done) {}

  /**
   * A drill that has ended.
   *
   * @param words when it was, of which backup, and whether it counts
   * @param stages how long each part took
   * @param counts of its checks
   * @param checks bad news first
   */
  public record Last(String words, String stages, String counts, List<Check> checks) {

    public Last {
      checks = List.copyOf(checks);
    }
  }

  /**
   * One of the drills before.
   *
   * @param word the result in one word
   * @param when it had ended
   * @param words what was kept, and what was not
   */
  public record Past(Signal signal, String word, String when, String words) {}

  /** What a check found. */
  public record Check(Signal signal, String word, String name, String message) {}

  /**
   * A business process.
   *
   * @param rto measured beside promised
   * @param rpo measured beside promised
   * @param plot restore times until now; null when too few were measured
   * @param forecast where they are going; empty when nobody can say
   */
  public record Promise(
      String displayName,
      Signal signal,
      String word,
      String rto,
      String rpo,
      @Nullable DrillPlot plot,
      String forecast) {}
}
