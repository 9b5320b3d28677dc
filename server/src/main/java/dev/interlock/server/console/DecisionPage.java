package dev.interlock.server.console;

import dev.interlock.server.console.Timeline.Happened;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change with the gate's answer.
 *
 * @param name of the change
 * @param facts what the change says of itself
 * @param outcome go, wait or stop; what became of it when it is over
 * @param rung the contacts in series; empty when it can't be judged
 * @param tierReasons why this tier
 * @param until how long the answer counts or when it may change, in words
 * @param missing answers of people that are still missing
 * @param acts what the person may do to it
 * @param life everything that happened to it, newest first
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
    List<String> missing,
    Acts acts,
    List<Happened> life) {

  public DecisionPage {
    facts = List.copyOf(facts);
    rung = List.copyOf(rung);
    tierReasons = List.copyOf(tierReasons);
    missing = List.copyOf(missing);
    life = List.copyOf(life);
  }

  /** A label with its value. */
  public record Fact(String label, String value) {}

  /**
   * What the person who reads may do.
   *
   * @param seen digest of the version that is shown; what is sent refers to it
   * @param seats the duties in which the person's answer is missing
   * @param unasked why an answer of an approver would not be heard; empty when it would, and for
   *     everybody else
   * @param ask may have the gate's answer recorded
   * @param execute may tell that it was carried out
   * @param withdraw may take the change back
   * @param said what was just done, or why it was not; null for nothing
   * @param typed what was sent and not done; null when nothing was refused
   */
  public record Acts(
      String seen,
      List<Seat> seats,
      String unasked,
      boolean ask,
      boolean execute,
      boolean withdraw,
      @Nullable String said,
      @Nullable Typed typed) {

    public Acts {
      seats = List.copyOf(seats);
    }

    /** Whether what was sent was not done. */
    public boolean refused() {
      return typed != null;
    }

    /** What to show again in the form of a seat; of none for the form that takes it back. */
    public String again(@Nullable String seat) {
      return typed != null && Objects.equals(seat, typed.seat()) ? typed.text() : "";
    }
  }

  /**
   * What somebody sent.
   *
   * @param seen digest of the version that was read
   * @param seat the duty that was answered for; null for no answer
   * @param text in the person's own words
   */
  public record Typed(String seen, @Nullable String seat, String text) {

    /** Stands for a seat where somebody told that the change was carried out. */
    public static final String EXECUTION = "/execution";
  }

  /** A duty, for a plant or for none. */
  public record Seat(String role, @Nullable String plant) {

    /** As it is sent in a form. */
    public String value() {
      return plant == null ? role : role + " " + plant;
    }

    /** Names what belongs to it on the page. */
    public String id() {
      return value().replace(' ', '-');
    }

    /** In words. */
    public String label() {
      return plant == null ? role : role + " of " + plant;
    }
  }

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
