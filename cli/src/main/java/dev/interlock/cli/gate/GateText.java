package dev.interlock.cli.gate;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.cli.output.Colour;
import dev.interlock.cli.output.Moment;
import dev.interlock.cli.output.Prose;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The decision for people: the rung, the reasons, when it can go and who must still act. */
public final class GateText {

  private static final int STATE_WIDTH = 9;
  private static final int NAME_WIDTH = 13;

  private final GateView view;
  private final Decision decision;
  private final PrintWriter out;

  private GateText(GateView view, PrintWriter out) {
    this.view = view;
    this.decision = view.decision();
    this.out = out;
  }

  /** Writes the decision; the writer stays open. */
  public static void write(GateView view, PrintWriter out) {
    new GateText(view, out).write();
  }

  private void write() {
    heading();
    line("");
    Ladder.draw(decision, view.terminal()).forEach(this::line);
    line("");
    decision.contacts().forEach(this::reason);
    line("");
    times();
    people();
    evidence();
  }

  private void heading() {
    String word = decision.outcome().word().toUpperCase(Locale.ROOT);
    line(
        colour(decision.outcome()).paint(word, view.terminal().colours())
            + "  "
            + Prose.safe(view.change() + ": " + view.title()));
    line(
        Prose.safe(view.environment())
            + ", tier "
            + Prose.safe(decision.tier())
            + ", judged for "
            + Moment.utc(decision.at()));
  }

  private void reason(Contact contact) {
    String state = padded(Ladder.word(contact.state()), STATE_WIDTH);
    String lead =
        "  "
            + Ladder.colour(contact.state()).paint(state, view.terminal().colours())
            + padded(contact.name(), NAME_WIDTH);
    int indent = 2 + STATE_WIDTH + NAME_WIDTH;
    List<String> lines =
        Prose.wrap(Prose.safe(contact.reason()), Math.max(30, view.terminal().width() - indent));
    line(lead + lines.getFirst());
    lines.subList(1, lines.size()).forEach(l -> line(" ".repeat(indent) + l));
  }

  private void times() {
    Instant notBefore = decision.notBefore();
    if (decision.outcome() == Outcome.WAIT && notBefore != null) {
      line("Can go from   " + Moment.utc(notBefore));
      view.plants()
          .forEach(
              (plant, zone) -> line("              " + Moment.in(zone, notBefore) + ", " + plant));
    }
    line("Holds until   " + Moment.utc(decision.expires()));
  }

  private void people() {
    if (decision.outcome() != Outcome.WAIT) {
      return;
    }
    List<String> waiting =
        decision.contacts().stream()
            .filter(c -> c.state() == State.PENDING && c.closesAt() == null)
            .map(Contact::name)
            .toList();
    if (!waiting.isEmpty()) {
      line("Waits for     people to act on: " + String.join(", ", waiting));
    }
  }

  private void evidence() {
    if (decision.contacts().stream().allMatch(c -> c.evidence().isEmpty())) {
      return;
    }
    line("Evidence");
    for (Contact contact : decision.contacts()) {
      contact
          .evidence()
          .forEach(e -> line("  " + padded(contact.name(), NAME_WIDTH) + Prose.safe(e)));
    }
  }

  private static Colour colour(Outcome outcome) {
    return switch (outcome) {
      case GO -> Colour.GREEN;
      case WAIT -> Colour.YELLOW;
      case STOP -> Colour.RED;
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private void line(String text) {
    out.write(text);
    out.write('\n');
  }
}
