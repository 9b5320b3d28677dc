package dev.interlock.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision.
 *
 * @param name of the change
 * @param facts what the change says of itself
 * @param outcome go, wait or stop
 * @param rung the contacts in series
 * @param tierReasons why this tier
 * @param until how long the answer counts or when it may change, in words
 * @param missing answers of people that are still missing
 */
public record DecisionPage(
    Shell shell,
    String name,
    String title,
    List<Fact> facts,
    String outcome,
    Signal signal,
    List<Step> rung,
    List<String> tierReasons,
    String until,
    List<String> missing) {

  public DecisionPage {
    facts = List.copyOf(facts);
    rung = List.copyOf(rung);
    tierReasons = List.copyOf(tierReasons);
    missing = List.copyOf(missing);
  }

  /** A label with its value. */
  public record Fact(String label, String value) {}

  /**
   * One contact as it is drawn.
   *
   * @param x where it stands in the drawing
   * @param live whether current reaches it
   * @param closesAt when it closes by itself; null when a person must act or it is closed
   */
  public record Step(
      String name,
      String state,
      Signal signal,
      String reason,
      int x,
      boolean live,
      @Nullable String closesAt,
      List<String> evidence) {

    public Step {
      evidence = List.copyOf(evidence);
    }

    /** What would have to happen, in a few words. */
    public String remedy() {
      return switch (signal) {
        case GOOD -> "";
        case WAIT ->
            closesAt == null ? "A person has to act." : "Closes by itself " + closesAt + ".";
        case BAD -> "It can't close as things are: change what the reason names.";
        case UNKNOWN -> "Bring the evidence that is missing, signed by a key the estate trusts.";
      };
    }
  }
}
